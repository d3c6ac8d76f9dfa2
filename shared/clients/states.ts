import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ENV, requireEnv } from '#shared/env.ts';

const client = new SFNClient({ maxAttempts: 3 });

/**
 * Starts the receipt workflow. A name starts once: doing it again is no error and no second run.
 * @param name `<uploadId>-<attempt>`
 */
export async function startReceiptWorkflow(name: string, input: object): Promise<void> {
  try {
    await client.send(
      new StartExecutionCommand({
        stateMachineArn: requireEnv(ENV.receiptWorkflowArn),
        name,
        input: JSON.stringify(input),
      }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
  }
}
