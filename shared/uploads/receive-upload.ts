import { createHash } from 'node:crypto';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { declaredFormat, MEDIA_TYPES } from '#shared/extraction/document-format.ts';
import { inspectDocument } from '#shared/extraction/inspect-document.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { inspectFile } from '#shared/reading/files/inspect-file.ts';
import { tooLarge } from './refusals.ts';
import { scheduleStuckCheck } from './schedule-stuck-check.ts';
import { showUpload } from './show-upload.ts';
import { MAX_DIRECT_BYTES, uploadKey } from './upload.ts';
import type { UploadKind } from './upload-state.ts';
import type { UploadStorage } from './upload-storage.ts';
import { createUpload, findUpload, transition } from './upload-store.ts';

/** A file as it came through the API. */
export interface ReceivedFile {
  readonly kind: UploadKind;
  readonly fileName: string | null;
  /** What it is said to be; its bytes decide, but between kinds of text. */
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** How long the row waits for its object before the sweeper gives it up. */
const OBJECT_WITHIN_MS = 15 * 60_000;

/**
 * Keeps a file and sets its reading off. The row is first, so that a crash leaves something the
 * sweeper finds; then the object, whose event starts the workflow.
 * @throws UserError for what the file is
 */
export async function receiveFile(
  household: HouseholdContext,
  file: ReceivedFile,
  locale: Locale,
  storage: Pick<UploadStorage, 'writeObject'>,
) {
  const { bytes, kind, fileName } = file;
  if (bytes.length > MAX_DIRECT_BYTES) throw tooLarge(MAX_DIRECT_BYTES);
  const contentType = inspect(file);
  const insert = {
    kind,
    userId: household.userId,
    fileName,
    contentType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    expiresAt: new Date(Date.now() + OBJECT_WITHIN_MS),
    batchId: null,
  };
  const { upload, isNew } = await withHousehold(household, async (client) => {
    const created = await createUpload(client, household.householdId, insert);
    if (!created.isNew) return created;
    if (kind === 'document') await requireWithinLimit(client, 'documents');
    await scheduleStuckCheck(client, household.householdId, [created.upload]);
    return created;
  });
  // The same bytes of a try that died before its object was there are not a duplicate but its rest.
  if (!isNew && upload.status !== 'awaiting-file') {
    return { ...showUpload(upload, locale), duplicateOf: upload.id };
  }
  const key = uploadKey(household.householdId, upload.id);
  await Promise.all([storage.writeObject(key, bytes, contentType), relayHousehold(household)]);
  return await withHousehold(household, async (client) => {
    await transition(client, { uploadId: upload.id }, 'fileStored');
    return showUpload(await findUpload(client, upload.id), locale);
  });
}

/** The media type of a file that can be what it is sent as. @throws UserError */
function inspect({ kind, bytes, contentType, fileName }: ReceivedFile): string {
  if (kind === 'document') {
    return MEDIA_TYPES[inspectDocument(bytes, declaredFormat(contentType, fileName))];
  }
  const { type } = inspectFile(bytes);
  return type === 'pdf' ? 'application/pdf' : `image/${type}`;
}
