import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addFunctions, type FunctionContext } from '#cdk/compute/add-functions.ts';
import { HOUSEHOLD_STEPS } from '#cdk/steps.ts';
import { ENV } from '#shared/env.ts';
import { householdStates } from './household-states.ts';
import { Workflow } from './workflow.ts';

/** Exports a household, or erases it. */
export function addHouseholdWorkflow(scope: Construct, context: FunctionContext): Workflow {
  return new Workflow(scope, 'household-workflow', {
    env: ENV.householdWorkflowArn,
    steps: addFunctions(scope, HOUSEHOLD_STEPS, context),
    states: householdStates,
    timeout: Duration.hours(12),
  });
}
