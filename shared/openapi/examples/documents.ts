import type { documentRoutes } from '#shared/documents/document-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const MANUAL = {
  id: ID.document,
  title: 'Zmywarka: instrukcja obsługi',
  fileName: 'zmywarka.pdf',
  format: 'pdf',
  status: 'ready',
  language: 'pl',
  pages: 24,
  pagesRead: 23,
  unreadPages: [{ page: 7, code: 'page-damaged', detail: 'Strona jest uszkodzona.' }],
  passages: 61,
  characters: 48_210,
  uploadId: ID.upload,
  createdAt: BOUGHT_AT,
};

export const documentExamples: ExamplesOf<typeof documentRoutes> = {
  listDocuments: { reply: { items: [MANUAL], next: null } },
  readDocument: { reply: MANUAL },
  removeDocument: {},
};
