import * as z from 'zod/mini';
import { writeMessageLine } from '#shared/telemetry/invocation-line.ts';
import { beginTrace, resumeTrace } from '#shared/telemetry/invocation-trace.ts';
import { readTraceContext } from '#shared/telemetry/trace-context.ts';

const Attribute = z.looseObject({ stringValue: z.nullish(z.string()) });

/** What a message says of itself besides its body. */
export const TracedMessage = z.looseObject({
  messageId: z.string(),
  attributes: z.optional(z.looseObject({ SentTimestamp: z.optional(z.string()) })),
  messageAttributes: z.nullish(z.record(z.string(), Attribute)),
});

/**
 * Works off one message of a batch as a part of the request that sent it; each has a line of its own in
 * the log.
 * @param work whether the message is done
 */
export async function traceMessage(
  { messageId, attributes, messageAttributes }: z.infer<typeof TracedMessage>,
  work: () => Promise<boolean>,
): Promise<void> {
  const waited = Date.now() - Number(attributes?.SentTimestamp);
  const trace = readTraceContext({
    requestId: messageAttributes?.requestId?.stringValue,
    traceparent: messageAttributes?.traceparent?.stringValue,
  });
  const batch = beginTrace({ trace });
  let done = false;
  try {
    done = await work();
  } finally {
    writeMessageLine(messageId, !done, Number.isNaN(waited) ? undefined : waited);
    resumeTrace(batch);
  }
}
