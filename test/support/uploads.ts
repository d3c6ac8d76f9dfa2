import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { createUpload } from '#shared/uploads/upload-store.ts';

/** A run of an upload that is waiting for its workflow. */
export async function newRun(who: HouseholdContext, more: { expiresAt?: Date } = {}) {
  const { upload } = await withHousehold(who, (client) =>
    createUpload(client, who.householdId, {
      kind: 'receipt',
      userId: who.userId,
      fileName: null,
      contentType: 'image/jpeg',
      size: 1,
      sha256: null,
      expiresAt: more.expiresAt ?? null,
      batchId: null,
    }),
  );
  return { householdId: who.householdId, uploadId: upload.id, attempt: 1 };
}
