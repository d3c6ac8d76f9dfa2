import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { isFinal } from '#shared/uploads/upload-state.ts';
import { deleteUpload } from '#shared/uploads/upload-store.ts';
import type { Document } from './document.ts';
import { documentsBefore, findDocument } from './records/document-store.ts';
import { showDocument } from './show-document.ts';

/** The documents of a household, newest first. */
export async function listDocuments(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
  locale: Locale,
): Promise<Page<Document>> {
  const before = readCursor(AfterId, cursor);
  const rows = await withHousehold(household, (client) =>
    documentsBefore(client, before, limit + 1),
  );
  return toPage(
    rows,
    limit,
    (row) => showDocument(row, locale),
    ({ id }) => id,
  );
}

/** @throws UserError 404 */
export async function readDocument(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<Document> {
  const row = await withHousehold(household, (client) => findDocument(client, id));
  return showDocument(row, locale);
}

/**
 * Forgets a document with its passages and its upload, whatever is being done with it: what still works on
 * it finds nothing and leaves nothing. @throws UserError 404
 */
export async function removeDocument(household: HouseholdContext, id: string): Promise<void> {
  const { householdId } = household;
  await withHousehold(household, async (client) => {
    const { upload_id: uploadId, status } = await findDocument(client, id);
    await deleteUpload(client, uploadId);
    await enqueue(client, 'document.deleted', { documentId: id, householdId });
    // It may have held one of the places for readings.
    if (!isFinal(status)) {
      await enqueue(client, 'reading.ended', { readingEnded: uploadId, householdId });
    }
  });
  await relayHousehold(household);
}
