import { Fail } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { workflowTask } from './workflow-task.ts';

/**
 * Has every failure of the tasks recorded in the upload before the execution ends with `end`.
 * @param failUpload the function that records it
 */
export function recordFailures(
  scope: Construct,
  tasks: readonly LambdaInvoke[],
  failUpload: FoodSaveFunction,
  end: Fail,
): void {
  const unrecorded = new Fail(scope, 'The failure was not recorded', {
    error: 'FailureNotRecorded',
    cause: 'The sweeper finds the upload and tries again',
  });
  const recordFailure = workflowTask(scope, 'Record the failure', failUpload);
  recordFailure.addCatch(unrecorded, { resultPath: '$.failure' });
  recordFailure.next(end);
  for (const task of tasks) task.addCatch(recordFailure, { resultPath: '$.error' });
}
