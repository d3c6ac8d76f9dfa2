import { withHousehold } from '#shared/database/with-household.ts';
import { beginDocument, setPages } from '#shared/documents/records/document-store.ts';
import { titleOfFile } from '#shared/documents/title.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { declaredFormat } from '#shared/extraction/document-format.ts';
import { inspectDocument } from '#shared/extraction/inspect-document.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { readUpload, reportProgress } from '#shared/uploads/upload-store.ts';
import { type ExtractedRun, type Run, stepKey } from '#shared/uploads/workflow.ts';
import type { DocumentReader } from './document-reader.ts';
import { readScannedPages } from './read-scanned-pages.ts';

/** External dependencies of the step. */
export interface ReadDocumentDeps {
  readObject(key: string): Promise<Buffer>;
  writeObject(key: string, body: string, contentType: string): Promise<void>;
  /** Told how many pages were read as pictures. */
  countPages(pages: number): Promise<void>;
  readonly reader: DocumentReader;
  /** Aborted when the function's time limit nears: no further page is read. */
  readonly signal: AbortSignal;
}

/**
 * Reads an uploaded document to its text, page by page, and keeps it for the next step.
 * @throws UserError, PermanentError for a file that cannot be read as a document
 */
export async function readDocument(run: Run, deps: ReadDocumentDeps): Promise<ExtractedRun> {
  const { reader, signal } = deps;
  const { content_type: contentType, file_name: fileName } = await readUpload(run, run.uploadId);
  const bytes = await deps.readObject(uploadKey(run.householdId, run.uploadId));
  const format = inspectDocument(bytes, declaredFormat(contentType, fileName));
  const facts = { title: titleOfFile(fileName), format };
  const documentId = await withHousehold(run, (client) => beginDocument(client, run, facts));
  if (documentId === undefined) {
    throw notFound({ pl: 'Dokument usunięto.', en: 'The document was deleted.' });
  }
  const { pages, ...document } = await reader.extract(bytes, format);
  const report = async (pagesRead: number) => {
    if (!document.isPaged) return;
    const progress = { pages: pages.length, pagesRead };
    await withHousehold(run, (client) => setPages(client, documentId, progress));
    await reportProgress(run, 'readingStarted'); // it still holds its place
  };
  let scanned = 0;
  const readPage = async (page: number) => {
    scanned += 1;
    return await reader.readPage(bytes, page);
  };
  const read = await readScannedPages(pages, readPage, report, signal);
  await deps.countPages(scanned);
  const extractedKey = stepKey('extracted', run);
  const body = JSON.stringify({ ...document, pages: read });
  await deps.writeObject(extractedKey, body, 'application/json');
  return { ...run, documentId, extractedKey };
}
