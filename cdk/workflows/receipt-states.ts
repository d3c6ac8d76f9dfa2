import { type Chain, Fail, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { recordFailures } from './recorded-failure.ts';
import { workflowTask } from './workflow-task.ts';

/** The functions that the states of one receipt invoke. */
type ReceiptSteps = Readonly<
  Record<
    | 'agents/ocr'
    | 'steps/parse-receipt'
    | 'steps/match-products'
    | 'steps/save-receipt'
    | 'steps/fail-upload',
    FoodSaveFunction
  >
>;

/**
 * From a photograph to lots in the pantry, on the input `{uploadId, householdId, attempt}`; each step
 * adds the key of the object it wrote. Every failure is recorded in the upload first.
 */
export function receiptStates(scope: Construct, steps: ReceiptSteps): Chain {
  const notRead = new Fail(scope, 'The receipt was not read', {
    error: 'ReceiptNotRead',
    cause: 'The upload says why',
  });
  const read = workflowTask(scope, 'Read the photograph', steps['agents/ocr']);
  const parse = workflowTask(scope, 'Parse and balance', steps['steps/parse-receipt']);
  const match = workflowTask(scope, 'Match products', steps['steps/match-products']);
  const save = workflowTask(scope, 'Save the receipt', steps['steps/save-receipt']);
  recordFailures(scope, [read, parse, match, save], steps['steps/fail-upload'], notRead);
  return read.next(parse).next(match).next(save).next(new Succeed(scope, 'The receipt is saved'));
}
