import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ENV, requireEnv } from '#shared/env.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';

const client = new SFNClient({ maxAttempts: 3 });

/** @param name `<uploadId>-<attempt>` */
export async function startReceiptWorkflow(name: string, input: object): Promise<void> {
  await startOnce(requireEnv(ENV.receiptWorkflowArn), name, input);
}

/** An execution name starts once: starting it again is neither an error nor a second run. */
async function startOnce(stateMachineArn: string, name: string, input: object): Promise<void> {
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
      { abortSignal: AbortSignal.timeout(waitMs()) },
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
  }
}
