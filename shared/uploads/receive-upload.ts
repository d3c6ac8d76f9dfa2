import { createHash } from 'node:crypto';
import { writeObject } from '#shared/clients/s3.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { inspectFile } from '#shared/reading/files/inspect-file.ts';
import { look } from './look.ts';
import { refuseDocuments, tooLarge } from './refusals.ts';
import { showUpload } from './show-upload.ts';
import { MAX_DIRECT_BYTES, uploadKey } from './upload.ts';
import { createUpload, findUpload, markQueued } from './upload-store.ts';

/** A file as it came through the API. */
export interface ReceivedFile {
  readonly kind: 'receipt' | 'document';
  readonly fileName: string | null;
  readonly bytes: Buffer;
}

/** How long the row waits for its object before the sweeper gives it up. */
const OBJECT_WITHIN_MS = 15 * 60_000;

/**
 * Keeps a file and sets its reading off. The row is first, so that a crash leaves something the
 * sweeper finds; then the object, whose event starts the workflow.
 * @throws UserError for what the file is
 */
export async function receiveFile(who: HouseholdContext, file: ReceivedFile, locale: Locale) {
  const { bytes, kind, fileName } = file;
  refuseDocuments(kind);
  if (bytes.length > MAX_DIRECT_BYTES) throw tooLarge(MAX_DIRECT_BYTES);
  const contentType = mediaTypeOf(inspectFile(bytes).type);
  const insert = {
    kind,
    userId: who.userId,
    fileName,
    contentType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    expiresAt: new Date(Date.now() + OBJECT_WITHIN_MS),
    batchId: null,
  };
  const { upload, isNew } = await withHousehold(who, async (client) => {
    const created = await createUpload(client, who.householdId, insert);
    if (created.isNew) await look(client, who.householdId, [created.upload]);
    return created;
  });
  // The same bytes of a try that died before its object was there are not a duplicate but its rest.
  if (!isNew && upload.status !== 'awaiting-file') {
    return { ...showUpload(upload, locale), duplicateOf: upload.id };
  }
  const key = uploadKey(who.householdId, upload.id);
  await Promise.all([writeObject(key, bytes, contentType), relayHousehold(who)]);
  return await withHousehold(who, async (client) => {
    await markQueued(client, upload.id);
    return showUpload(await findUpload(client, upload.id), locale);
  });
}

function mediaTypeOf(type: string): string {
  return type === 'pdf' ? 'application/pdf' : `image/${type}`;
}
