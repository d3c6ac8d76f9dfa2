import { readObject } from '#shared/clients/s3.ts';
import { startBatchWorkflow, startReceiptWorkflow } from '#shared/clients/states.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { claimBytes, lacksHash } from './claim-bytes.ts';
import type { StartWish } from './start-message.ts';
import { dueBatch, startOf } from './start-store.ts';

/**
 * Starts what a message asks for (worker role). Of an upload that has ended, or that nobody knows,
 * nothing is started: messages come twice and late. What is started has a name that starts once, so
 * a message that comes again after a crash repeats what was decided and adds nothing.
 */
export async function startReading(wish: StartWish): Promise<void> {
  if (wish.kind === 'arrived' && (await withWorker((client) => lacksHash(client, wish.uploadId)))) {
    const bytes = await readObject(wish.key);
    await withWorker((client) => claimBytes(client, wish.uploadId, bytes));
  }
  const start = await withWorker((client) =>
    wish.kind === 'batch' ? dueBatch(client, wish.batchId) : startOf(client, wish.uploadId),
  );
  if (start.kind === 'alone') {
    const { uploadId, attempt } = start.run;
    await startReceiptWorkflow(`${uploadId}-${attempt}`, start.run);
  } else if (start.kind === 'batch') {
    await startBatchWorkflow(start.batchId, { runs: start.runs });
  }
}
