import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { ExtractedDocument } from '#shared/extraction/extracted.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { findUpload, transition } from '#shared/uploads/upload-store.ts';
import type { Run } from '#shared/uploads/workflow.ts';
import { makeChunks } from './chunks/make-chunks.ts';
import { replaceChunks } from './records/chunk-store.ts';
import { setFacts } from './records/document-store.ts';
import { titleOf } from './title.ts';

/**
 * Saves what was read of a document: its passages, what is known of it, and the message that has them
 * indexed, in one transaction. Of an upload that was deleted meanwhile, or began anew, nothing is saved.
 * @throws PermanentError `document-without-text`, UserError 409 when the household has too many passages
 */
export async function saveDocument(
  run: Run & { readonly documentId: string },
  extracted: ExtractedDocument,
): Promise<void> {
  const { householdId, documentId } = run;
  const { chunks, language } = makeChunks(documentId, extracted);
  if (chunks.length === 0) {
    throw new PermanentError('document-without-text', 'No page of the document has text');
  }
  const unread = extracted.pages.flatMap(({ problem }, at) =>
    problem === undefined ? [] : [{ page: at + 1, code: problem }],
  );
  const problem = unread.length > 0 ? problemOf('pages-unread') : null;
  await withHousehold(run, async (client) => {
    const attempt = await transition(client, run, 'documentSaved', { problem });
    if (attempt === undefined) return;
    const { file_name: fileName } = await findUpload(client, run.uploadId);
    await replaceChunks(client, documentId, chunks);
    await requireWithinLimit(client, 'passages');
    await setFacts(client, documentId, {
      title: titleOf(extracted, fileName),
      language,
      characters: extracted.pages.reduce((sum, { text }) => sum + text.length, 0),
      unread_pages: unread,
    });
    await enqueue(client, 'document.indexed', { documentId, householdId });
  });
  await relayHousehold(run);
}
