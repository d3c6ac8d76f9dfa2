import type { Locale } from '#shared/context/locale.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { isFinal } from '#shared/uploads/upload-state.ts';
import type { Document } from './document.ts';
import type { DocumentRow } from './records/document-store.ts';

/** A document as the API shows it, its problems in the caller's language. */
export function showDocument(row: DocumentRow, locale: Locale): Document {
  const { problem } = row;
  return {
    id: row.id,
    title: row.title,
    fileName: row.file_name,
    format: row.format,
    status: statusOf(row),
    ...(problem !== null && {
      problem: { code: problem.code, title: problem.code, detail: problem[locale] },
    }),
    language: row.language,
    pages: row.pages,
    pagesRead: row.pages_read,
    unreadPages: row.unread_pages.map(({ page, code }) => ({
      page,
      code,
      detail: problemOf(code)[locale],
    })),
    passages: row.passages,
    characters: row.characters,
    uploadId: row.upload_id,
    createdAt: row.created_at.toISOString(),
  };
}

function statusOf({ status }: DocumentRow): Document['status'] {
  if (status === 'failed') return 'failed';
  return isFinal(status) ? 'ready' : 'processing';
}
