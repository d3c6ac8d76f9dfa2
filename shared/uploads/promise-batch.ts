import type { HouseholdContext } from '#shared/context/household-context.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { NewBatch } from './batch.ts';
import { createBatch } from './batch-store.ts';
import { look } from './look.ts';
import { checkWish, linkTo, promised } from './promise-upload.ts';

/**
 * A link for each of many files. Reading begins when the last has arrived, and after two minutes
 * with those that have: one that never comes must not hold up the others.
 * @throws UserError when any of them cannot be a receipt; then none is promised
 */
export async function promiseBatch(who: HouseholdContext, { files }: NewBatch) {
  const { householdId } = who;
  for (const wish of files) checkWish(wish);
  const { batchId, uploads } = await withHousehold(who, async (client) => {
    const id = await createBatch(client, householdId);
    const made = [];
    for (const wish of files) made.push(await promised(client, who, wish, id));
    await enqueue(client, 'batch.due', { batchId: id, householdId });
    await look(client, householdId, made);
    return { batchId: id, uploads: made };
  });
  await relayHousehold(who);
  return {
    batchId,
    location: `/api/v2/upload/batch/${batchId}`,
    files: await Promise.all(uploads.map((upload) => linkTo(who, upload))),
  };
}
