import type { HouseholdContext } from '#shared/context/household-context.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { NewBatch } from './batch.ts';
import { createBatch } from './batch-store.ts';
import {
  insertPendingUpload,
  type PendingUpload,
  presign,
  validateNewUpload,
} from './create-presigned-upload.ts';
import { scheduleStuckCheck } from './schedule-stuck-check.ts';
import type { UploadStorage } from './upload-storage.ts';

/**
 * A presigned URL for each of many files. Reading begins when the last has arrived, and after two
 * minutes with those that have: one that never comes must not hold up the others.
 * @throws UserError when any of them cannot be what it is said to be; then none is created
 */
export async function createPresignedBatch(
  household: HouseholdContext,
  { files }: NewBatch,
  storage: Pick<UploadStorage, 'presignPut'>,
) {
  const { householdId } = household;
  for (const request of files) validateNewUpload(request);
  const { batchId, pending } = await withHousehold(household, async (client) => {
    const batchId = await createBatch(client, householdId);
    const pending: PendingUpload[] = [];
    for (const request of files) {
      pending.push(await insertPendingUpload(client, household, request, batchId));
    }
    await enqueue(client, 'batch.due', { batchId, householdId });
    await scheduleStuckCheck(client, householdId, pending);
    return { batchId, pending };
  });
  await relayHousehold(household);
  return {
    batchId,
    location: `/api/v2/upload/batch/${batchId}`,
    files: await Promise.all(pending.map((upload) => presign(household, upload, storage))),
  };
}
