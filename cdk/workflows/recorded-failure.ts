import { Fail } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { workflowTask } from './workflow-task.ts';

/**
 * Has every failure of the tasks recorded before the execution ends with `end`.
 * @param recorder the function that records it
 * @param unrecordedCause what happens when it cannot
 */
export function recordFailures(
  scope: Construct,
  tasks: readonly LambdaInvoke[],
  recorder: FoodSaveFunction,
  end: Fail,
  unrecordedCause = 'The sweeper finds the upload and tries again',
): void {
  const unrecorded = new Fail(scope, 'The failure was not recorded', {
    error: 'FailureNotRecorded',
    cause: unrecordedCause,
  });
  const recordFailure = workflowTask(scope, 'Record the failure', recorder);
  recordFailure.addCatch(unrecorded, { resultPath: '$.failure' });
  recordFailure.next(end);
  for (const task of tasks) task.addCatch(recordFailure, { resultPath: '$.error' });
}
