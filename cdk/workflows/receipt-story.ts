import {
  type Chain,
  type IChainable,
  type INextable,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import { workflowTask } from './workflow-task.ts';

export interface ReceiptSteps {
  readonly ocr: FoodSaveFunction;
  readonly parseReceipt: FoodSaveFunction;
  readonly matchProducts: FoodSaveFunction;
  readonly saveReceipt: FoodSaveFunction;
  readonly failUpload: FoodSaveFunction;
}

/**
 * From a photograph to lots in the pantry, on the input `{uploadId, householdId, attempt}`; each step
 * adds the key of the object it wrote. Every failure is recorded in the upload first.
 * @param ends what follows when it was not read, and when not even that could be recorded
 */
export function receiptStory(
  scope: Construct,
  steps: ReceiptSteps,
  ends: { readonly notRead: IChainable; readonly unrecorded: IChainable },
): Chain & INextable {
  const recordFailure = workflowTask(scope, 'Record the failure', steps.failUpload);
  recordFailure.addCatch(ends.unrecorded, { resultPath: '$.failure' });
  recordFailure.next(ends.notRead);

  const read = workflowTask(scope, 'Read the photograph', steps.ocr);
  const parse = workflowTask(scope, 'Parse and balance', steps.parseReceipt);
  const match = workflowTask(scope, 'Match products', steps.matchProducts);
  const save = workflowTask(scope, 'Save the receipt', steps.saveReceipt);
  for (const step of [read, parse, match, save]) {
    step.addCatch(recordFailure, { resultPath: '$.error' });
  }
  return read.next(parse).next(match).next(save).next(new Succeed(scope, 'The receipt is saved'));
}

/** The wildcards that running these steps needs, with their reason. */
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
