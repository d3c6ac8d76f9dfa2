import { type Chain, Fail, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { STEPS } from '#cdk/steps.ts';
import { workflowTask } from './workflow-task.ts';

/** The functions that the states of one receipt invoke. */
export type ReceiptSteps = Readonly<Record<'agents/ocr' | keyof typeof STEPS, FoodSaveFunction>>;

/**
 * From a photograph to lots in the pantry, on the input `{uploadId, householdId, attempt}`; each step
 * adds the key of the object it wrote. Every failure is recorded in the upload first.
 */
export function receiptStates(scope: Construct, steps: ReceiptSteps): Chain {
  const notRead = new Fail(scope, 'The receipt was not read', {
    error: 'ReceiptNotRead',
    cause: 'The upload says why',
  });
  const unrecorded = new Fail(scope, 'The failure was not recorded', {
    error: 'FailureNotRecorded',
    cause: 'The sweeper finds the upload and tries again',
  });
  const recordFailure = workflowTask(scope, 'Record the failure', steps['steps/fail-upload']);
  recordFailure.addCatch(unrecorded, { resultPath: '$.failure' });
  recordFailure.next(notRead);

  const read = workflowTask(scope, 'Read the photograph', steps['agents/ocr']);
  const parse = workflowTask(scope, 'Parse and balance', steps['steps/parse-receipt']);
  const match = workflowTask(scope, 'Match products', steps['steps/match-products']);
  const save = workflowTask(scope, 'Save the receipt', steps['steps/save-receipt']);
  for (const step of [read, parse, match, save]) {
    step.addCatch(recordFailure, { resultPath: '$.error' });
  }
  return read.next(parse).next(match).next(save).next(new Succeed(scope, 'The receipt is saved'));
}

/** Accepts the wildcards that a machine with these steps needs. */
export function acknowledgeSteps(scope: Construct, steps: ReceiptSteps): void {
  acknowledge(
    scope,
    'Versions of the steps are invoked; log deliveries and trace segments have no ARN.',
    'AwsSolutions-IAM5[Resource::*]',
    ...Object.values(steps).map(
      (step: FoodSaveFunction) =>
        `AwsSolutions-IAM5[Resource::<${step.stack.getLogicalId(step.construct)}.Arn>:*]`,
    ),
  );
}
