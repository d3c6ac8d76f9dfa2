import * as z from 'zod/mini';

const S3Event = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
});
/** S3 sends it once, when it is told about the queue. */
const TestEvent = z.object({ Event: z.literal('s3:TestEvent') });
const Request = z.object({ uploadId: z.uuid(), householdId: z.uuid(), attempt: z.number() });

/** What may lie in the receipts queue: an object arrived, or another attempt is wished for. */
export const StartMessage = z.union([S3Event, Request, TestEvent]);

/** The uploads a message is about; keys that are not ours are none. */
export function uploadsOf(message: z.infer<typeof StartMessage>): string[] {
  if ('uploadId' in message) return [message.uploadId];
  if ('Event' in message) return [];
  return message.Records.flatMap(({ s3 }) => {
    const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
    return /^uploads\/[0-9a-f-]{36}\/([0-9a-f-]{36})$/.exec(key)?.[1] ?? [];
  });
}
