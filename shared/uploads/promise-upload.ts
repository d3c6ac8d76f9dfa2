import type { ClientBase } from 'pg';
import { linkToPut } from '#shared/clients/s3.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { look } from './look.ts';
import { refuseDocuments, tooLarge } from './refusals.ts';
import { MAX_BYTES, type NewUpload, uploadKey } from './upload.ts';
import { createUpload } from './upload-store.ts';

const LINK_SECONDS = 15 * 60;

/** An upload whose file is to come. */
export interface PromisedUpload {
  readonly id: string;
  readonly wish: NewUpload;
  readonly expiresAt: Date;
}

/** @throws UserError */
export function checkWish(wish: NewUpload): void {
  refuseDocuments(wish.kind);
  if (wish.size > MAX_BYTES) throw tooLarge(MAX_BYTES);
}

/** A link to put a file of up to 25 MB straight into storage. @throws UserError */
export async function promiseUpload(who: HouseholdContext, wish: NewUpload) {
  checkWish(wish);
  const upload = await withHousehold(who, async (client) => {
    const row = await promised(client, who, wish, null);
    await look(client, who.householdId, [row]);
    return row;
  });
  await relayHousehold(who);
  return await linkTo(who, upload);
}

/** The row of an upload whose file is to come. */
export async function promised(
  client: ClientBase,
  who: HouseholdContext,
  wish: NewUpload,
  batchId: string | null,
): Promise<PromisedUpload> {
  const expiresAt = new Date(Date.now() + LINK_SECONDS * 1000);
  const insert = { ...wish, userId: who.userId, sha256: null, expiresAt, batchId };
  const { upload } = await createUpload(client, who.householdId, insert);
  return { id: upload.id, wish, expiresAt };
}

/** Where and how its file is to be put. */
export async function linkTo(who: HouseholdContext, { id, wish, expiresAt }: PromisedUpload) {
  const { contentType, size } = wish;
  return {
    uploadId: id,
    method: 'PUT' as const,
    url: await linkToPut(uploadKey(who.householdId, id), { contentType, size }, LINK_SECONDS),
    headers: { 'content-type': contentType },
    expiresAt: expiresAt.toISOString(),
  };
}
