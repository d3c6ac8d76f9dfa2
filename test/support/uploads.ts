import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { createUpload, type UploadInsert } from '#shared/uploads/upload-store.ts';

/** A run of an upload that is waiting for its workflow. */
export async function newRun(
  household: HouseholdContext,
  more: Partial<Pick<UploadInsert, 'kind' | 'fileName' | 'contentType' | 'expiresAt'>> = {},
) {
  const { upload } = await withHousehold(household, (client) =>
    createUpload(client, household.householdId, {
      kind: 'receipt',
      userId: household.userId,
      fileName: null,
      contentType: 'image/jpeg',
      size: 1,
      sha256: null,
      expiresAt: null,
      batchId: null,
      ...more,
    }),
  );
  return { householdId: household.householdId, uploadId: upload.id, attempt: 1 };
}
