import { type Chain, Fail, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { recordFailures } from './recorded-failure.ts';
import { workflowTask } from './workflow-task.ts';

/** The functions that the states of one document invoke. */
type DocumentSteps = Readonly<
  Record<'steps/extract-document' | 'steps/chunk-document' | 'steps/fail-upload', FoodSaveFunction>
>;

/**
 * From a file to passages that can be searched, on the input `{uploadId, householdId, attempt}`. Every
 * failure is recorded in the upload first.
 */
export function documentStates(scope: Construct, steps: DocumentSteps): Chain {
  const notRead = new Fail(scope, 'The document was not read', {
    error: 'DocumentNotRead',
    cause: 'The upload says why',
  });
  const extract = workflowTask(scope, 'Extract the text', steps['steps/extract-document']);
  const chunk = workflowTask(scope, 'Part it into passages', steps['steps/chunk-document']);
  recordFailures(scope, [extract, chunk], steps['steps/fail-upload'], notRead);
  return extract.next(chunk).next(new Succeed(scope, 'The document is saved'));
}
