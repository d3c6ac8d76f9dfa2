import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { createUpload } from '#shared/uploads/upload-store.ts';

/** A run of an upload that is waiting for its workflow. */
export async function newRun(household: HouseholdContext, more: { expiresAt?: Date } = {}) {
  const { upload } = await withHousehold(household, (client) =>
    createUpload(client, household.householdId, {
      kind: 'receipt',
      userId: household.userId,
      fileName: null,
      contentType: 'image/jpeg',
      size: 1,
      sha256: null,
      expiresAt: more.expiresAt ?? null,
      batchId: null,
    }),
  );
  return { householdId: household.householdId, uploadId: upload.id, attempt: 1 };
}
