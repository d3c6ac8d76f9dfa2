import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addFunctions, type FunctionContext } from '#cdk/compute/add-functions.ts';
import { BACKUP_STEPS } from '#cdk/steps.ts';
import { ENV } from '#shared/env.ts';
import { backupStates, restoreStates } from './backup-states.ts';
import { Workflow } from './workflow.ts';

/** Files are copied and read for hours when there are many. */
const TIMEOUT = Duration.hours(12);

/** Makes backups, and checks and restores them: two workflows that share some of their steps. */
export function addBackupWorkflows(
  scope: Construct,
  context: FunctionContext,
): { readonly backupWorkflow: Workflow; readonly restoreWorkflow: Workflow } {
  const steps = addFunctions(scope, BACKUP_STEPS, context);
  const backupWorkflow = new Workflow(scope, 'backup-workflow', {
    env: ENV.backupWorkflowArn,
    steps,
    states: backupStates,
    timeout: TIMEOUT,
  });
  const restoreWorkflow = new Workflow(scope, 'restore-workflow', {
    env: ENV.restoreWorkflowArn,
    steps,
    states: restoreStates,
    timeout: TIMEOUT,
  });
  return { backupWorkflow, restoreWorkflow };
}
