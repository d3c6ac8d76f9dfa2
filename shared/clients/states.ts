import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ENV, requireEnv } from '#shared/env.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';

const client = new SFNClient({ maxAttempts: 3 });

/**
 * An execution name starts once: starting it again is neither an error nor a second run.
 * @param name `<uploadId>-<attempt>`
 */
export async function startReceiptWorkflow(name: string, input: object): Promise<void> {
  const stateMachineArn = requireEnv(ENV.receiptWorkflowArn);
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
      { abortSignal: AbortSignal.timeout(waitMs()) },
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
  }
}
