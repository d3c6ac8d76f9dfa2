import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ENV, requireEnv } from '#shared/env.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';

const client = new SFNClient({ maxAttempts: 3 });

/** The variable with the ARN of each workflow; those of uploads by the upload's kind. */
const WORKFLOWS = {
  receipt: ENV.receiptWorkflowArn,
  document: ENV.documentWorkflowArn,
  backup: ENV.backupWorkflowArn,
  restore: ENV.restoreWorkflowArn,
} as const;

/**
 * An execution name starts once: starting it again is neither an error nor a second run.
 * @param name `<uploadId>-<attempt>`, for one
 */
export async function startWorkflow(
  workflow: keyof typeof WORKFLOWS,
  name: string,
  input: object,
): Promise<void> {
  const stateMachineArn = requireEnv(WORKFLOWS[workflow]);
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
      { abortSignal: AbortSignal.timeout(waitMs()) },
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
  }
}
