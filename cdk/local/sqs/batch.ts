import { ServiceError } from '#cdk/local/http/service-error.ts';
import { sqsError } from './errors.ts';

const MAX_ENTRIES = 10;
const batchError = (code: string, message: string) =>
  sqsError(`AWS.SimpleQueueService.${code}`, message);

/**
 * Runs a batch whose entries succeed or fail each for itself.
 * @throws ServiceError when the batch as a whole is not one that SQS takes
 */
export function runBatch<Entry extends { readonly Id: string }>(
  entries: readonly Entry[],
  run: (entry: Entry) => object,
) {
  checkEntries(entries);
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
}

function checkEntries(entries: readonly { readonly Id: string }[]): void {
  if (entries.length === 0) {
    throw batchError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  }
  if (entries.length > MAX_ENTRIES) {
    throw batchError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MAX_ENTRIES}. You have sent ${entries.length}.`,
    );
  }
  const seen = new Set<string>();
  for (const { Id } of entries) {
    if (!/^[\w-]{1,80}$/.test(Id)) {
      throw batchError(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    }
    if (seen.has(Id)) throw batchError('BatchEntryIdsNotDistinct', `Id ${Id} repeated.`);
    seen.add(Id);
  }
}

/** The messages of a batch share one limit, whatever that of the queue. */
const MAX_BATCH_BYTES = 1_048_576;

/** @throws ServiceError BatchRequestTooLong */
export function checkBatchSize(sizes: readonly number[]): void {
  const sent = sizes.reduce((sum, size) => sum + size, 0);
  if (sent <= MAX_BATCH_BYTES) return;
  throw batchError(
    'BatchRequestTooLong',
    `Batch requests cannot be longer than ${MAX_BATCH_BYTES} bytes. You have sent ${sent} bytes.`,
  );
}
