import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { refuseOtherTypes, tooLarge } from './refusals.ts';
import { scheduleStuckCheck } from './schedule-stuck-check.ts';
import { MAX_BYTES, type NewUpload, uploadKey } from './upload.ts';
import type { UploadStorage } from './upload-storage.ts';
import { createUpload } from './upload-store.ts';

const LINK_SECONDS = 15 * 60;

/** An upload whose file is to come. */
export interface PendingUpload {
  readonly id: string;
  readonly request: NewUpload;
  readonly expiresAt: Date;
}

/** @throws UserError for what cannot be a receipt, or a document */
export function validateNewUpload(request: NewUpload): void {
  refuseOtherTypes(request);
  if (request.size > MAX_BYTES) throw tooLarge(MAX_BYTES);
}

/** A presigned URL to put a file of up to 25 MB straight into storage. @throws UserError */
export async function createPresignedUpload(
  household: HouseholdContext,
  request: NewUpload,
  storage: Pick<UploadStorage, 'presignPut'>,
) {
  validateNewUpload(request);
  const upload = await withHousehold(household, async (client) => {
    const pending = await insertPendingUpload(client, household, request, null);
    await scheduleStuckCheck(client, household.householdId, [pending]);
    return pending;
  });
  await relayHousehold(household);
  return await presign(household, upload, storage);
}

/** Adds an upload that waits for its file. */
export async function insertPendingUpload(
  client: ClientBase,
  household: HouseholdContext,
  request: NewUpload,
  batchId: string | null,
): Promise<PendingUpload> {
  const expiresAt = new Date(Date.now() + LINK_SECONDS * 1000);
  const insert = { ...request, userId: household.userId, sha256: null, expiresAt, batchId };
  const { upload } = await createUpload(client, household.householdId, insert);
  if (request.kind === 'document') await requireWithinLimit(client, 'documents');
  return { id: upload.id, request, expiresAt };
}

/** Where and how the file of a pending upload is to be put. */
export async function presign(
  household: HouseholdContext,
  { id, request, expiresAt }: PendingUpload,
  storage: Pick<UploadStorage, 'presignPut'>,
) {
  const { contentType, size } = request;
  const key = uploadKey(household.householdId, id);
  return {
    uploadId: id,
    method: 'PUT' as const,
    url: await storage.presignPut(key, { contentType, size }, LINK_SECONDS),
    headers: { 'content-type': contentType },
    expiresAt: expiresAt.toISOString(),
  };
}
