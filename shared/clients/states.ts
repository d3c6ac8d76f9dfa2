import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { ENV, requireEnv } from '#shared/env.ts';
import { traceOnBehalf } from '#shared/telemetry/invocation-trace.ts';
import { tracedStep } from '#shared/telemetry/trace.ts';
import { readTraceContext } from '#shared/telemetry/trace-context.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';

const client = new SFNClient({ maxAttempts: 3 });

/** The variable with the ARN of each workflow; those of uploads by the upload's kind. */
const WORKFLOWS = {
  receipt: ENV.receiptWorkflowArn,
  document: ENV.documentWorkflowArn,
  plan: ENV.planWorkflowArn,
  backup: ENV.backupWorkflowArn,
  restore: ENV.restoreWorkflowArn,
  household: ENV.householdWorkflowArn,
} as const;

/**
 * An execution name starts once: starting it again is neither an error nor a second run.
 * @param name `<uploadId>-<attempt>`, for one
 * @param input its `trace` is that of the request on whose behalf it runs; else it is the running one's
 */
export async function startWorkflow(
  workflow: keyof typeof WORKFLOWS,
  name: string,
  input: object,
): Promise<void> {
  const stateMachineArn = requireEnv(WORKFLOWS[workflow]);
  await tracedStep(`start ${workflow}-workflow`, async () => {
    const trace = traceOnBehalf(readTraceContext('trace' in input ? input.trace : undefined));
    const json = JSON.stringify({ ...input, trace });
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: json }), {
        abortSignal: AbortSignal.timeout(waitMs()),
      });
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
    }
  });
}
