import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { isPermanentError, PermanentError } from '#shared/errors/permanent-error.ts';
import { isUserError } from '#shared/errors/user-error.ts';
import { log } from '#shared/telemetry/log.ts';
import { type JobHandler, job } from './job.ts';
import { TracedMessage, traceMessage } from './trace-message.ts';

const Record = z.extend(TracedMessage, { body: z.string() });
const Batch = z.looseObject({ Records: z.array(Record) });

/** Metadata of a message besides its body. */
export type Envelope = Pick<SQSRecord, 'messageId'>;

/**
 * A consumer of a queue. Messages are processed one by one; failed ones are reported to SQS
 * (`batchItemFailures`), which redelivers them and finally moves them to the dead-letter queue.
 * Delivery is at least once, so the effect must be idempotent: a unique key (`on conflict do
 * nothing`), an update conditional on the previous status, or an execution name that starts once.
 */
export function consumer<Message extends Schema>(
  schema: Message,
  work: (message: z.output<Message>, envelope: Envelope) => Promise<void>,
): JobHandler<SQSBatchResponse> {
  return job('batch', Batch, async ({ Records }) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of Records) {
      const { messageId, body } = record;
      await traceMessage(record, async () => {
        try {
          await work(readMessage(schema, body), { messageId });
          return true;
        } catch (error) {
          // Of somebody who was removed, or of a household that was erased: nobody is left to do it for.
          if (isUserError(error) && error.kind === 'unauthorized') {
            log.warn('A message came too late', { messageId });
            return true;
          }
          log.error('A message failed', { error, messageId, permanent: isPermanentError(error) });
          batchItemFailures.push({ itemIdentifier: messageId });
          return false;
        }
      });
    }
    return { batchItemFailures };
  });
}

function readMessage<Message extends Schema>(schema: Message, body: string): z.output<Message> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // The parser's error would quote the message in the log.
    throw new PermanentError('bad-message', 'The message is not JSON');
  }
  const result = z.safeParse(schema, value);
  if (!result.success) throw new PermanentError('bad-message', z.prettifyError(result.error));
  return result.data;
}
