import * as z from 'zod/mini';

const S3Event = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
});
/** S3 sends it once, when a queue is named as the destination of its events. */
const TestEvent = z.object({ Event: z.literal('s3:TestEvent') });
const AttemptRequest = z.object({
  uploadId: z.uuid(),
  householdId: z.uuid(),
  attempt: z.number(),
});
const StuckCheck = z.object({ look: z.array(z.uuid()), householdId: z.uuid() });
const ReadingEnded = z.object({ readingEnded: z.uuid(), householdId: z.uuid() });
const PlanRequested = z.object({ planId: z.uuid(), householdId: z.uuid() });
const BatchDue = z.object({ batchId: z.uuid(), householdId: z.uuid() });

/**
 * What may lie in the receipts queue: an object arrived, another attempt was requested, a batch waited
 * long enough, an upload was read and its place is free, or uploads should have ended by now. Plans of meals are
 * started from it as well.
 */
export const StartMessage = z.union([
  S3Event,
  AttemptRequest,
  BatchDue,
  ReadingEnded,
  StuckCheck,
  PlanRequested,
  TestEvent,
]);

/** What a message asks for; keys that are not ours ask for nothing. */
export function toCommands(message: z.infer<typeof StartMessage>): readonly Command[] {
  if ('uploadId' in message) return [{ kind: 'attempt', uploadId: message.uploadId }];
  if ('batchId' in message) return [{ kind: 'batch', batchId: message.batchId }];
  if ('look' in message) return [{ kind: 'stuck-check', ids: message.look }];
  if ('planId' in message) return [{ kind: 'plan', run: message }];
  if ('Event' in message || 'readingEnded' in message) return [];
  return message.Records.flatMap(({ s3 }) => {
    const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
    const uploadId = /^uploads\/[0-9a-f-]{36}\/([0-9a-f-]{36})$/.exec(key)?.[1];
    return uploadId === undefined ? [] : [{ kind: 'arrived' as const, uploadId, key }];
  });
}

export type Command =
  | LineCommand
  | { readonly kind: 'plan'; readonly run: z.infer<typeof PlanRequested> }
  | { readonly kind: 'stuck-check'; readonly ids: readonly string[] };

export type LineCommand =
  | { readonly kind: 'arrived'; readonly uploadId: string; readonly key: string }
  | { readonly kind: 'attempt'; readonly uploadId: string }
  | { readonly kind: 'batch'; readonly batchId: string };
