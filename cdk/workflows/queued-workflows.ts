import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addFunctions, type FunctionContext } from '#cdk/compute/add-functions.ts';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { DOCUMENT_STEPS, FAILURE_STEP, PLAN_STEPS, RECEIPT_STEPS } from '#cdk/steps.ts';
import { ENV } from '#shared/env.ts';
import { documentStates } from './document-states.ts';
import { planStates } from './plan-states.ts';
import { receiptStates } from './receipt-states.ts';
import { Workflow } from './workflow.ts';

const TIMEOUT = Duration.hours(3);

/**
 * What the worker of the receipts queue starts, household by household. Of a receipt: read, parse and balance,
 * match products, save. Of a document: extract its text, part it into passages. Of a plan: make it.
 */
export function addQueuedWorkflows(
  scope: Construct,
  context: FunctionContext,
  reader: FoodSaveFunction,
) {
  const failUpload = addFunctions(scope, FAILURE_STEP, context);
  const receiptWorkflow = new Workflow(scope, 'receipt-workflow', {
    env: ENV.receiptWorkflowArn,
    steps: {
      'agents/ocr': reader,
      ...addFunctions(scope, RECEIPT_STEPS, context),
      ...failUpload,
    },
    states: receiptStates,
    timeout: TIMEOUT,
  });
  const documentWorkflow = new Workflow(scope, 'document-workflow', {
    env: ENV.documentWorkflowArn,
    steps: { ...addFunctions(scope, DOCUMENT_STEPS, context), ...failUpload },
    states: documentStates,
    timeout: TIMEOUT,
  });
  const planWorkflow = new Workflow(scope, 'plan-workflow', {
    env: ENV.planWorkflowArn,
    steps: addFunctions(scope, PLAN_STEPS, context),
    states: planStates,
    timeout: TIMEOUT,
  });
  return { receiptWorkflow, documentWorkflow, planWorkflow };
}
