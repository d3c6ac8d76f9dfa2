import type { Locale } from '#shared/context/locale.ts';
import type { Upload } from './upload.ts';
import { progressOf } from './upload-state.ts';
import type { StoredUpload } from './upload-store.ts';

/** An upload as the API shows it, its problem in the caller's language. */
export function showUpload(upload: StoredUpload, locale: Locale): Upload {
  const { id, problem, receipt_id, document_id, pages, pages_read, duplicate_of } = upload;
  return {
    uploadId: id,
    kind: upload.kind,
    status: upload.status,
    progress: progressOf(upload.status, upload.kind),
    ...(pages !== null && { pages: { read: pages_read ?? 0, of: pages } }),
    ...(receipt_id !== null && { receiptId: receipt_id }),
    ...(document_id !== null && { documentId: document_id }),
    ...(duplicate_of !== null && { duplicateOf: duplicate_of }),
    ...(problem !== null && {
      problem: { code: problem.code, title: problem.code, detail: problem[locale] },
    }),
    location: `/api/v2/upload/${id}`,
    createdAt: upload.created_at.toISOString(),
    updatedAt: upload.updated_at.toISOString(),
  };
}
