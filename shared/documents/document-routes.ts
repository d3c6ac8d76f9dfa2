import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { PageQuery, pageSchema } from '#shared/paging/page.ts';
import { Document } from './document.ts';

export const documentRoutes = defineRoutes('documents', {
  listDocuments: {
    method: 'GET',
    path: '/api/v2/rag/documents',
    scope: 'read',
    summary: 'The documents of the household, newest first, also those that are being read.',
    query: PageQuery,
    replies: { 200: pageSchema(Document) },
  },
  readDocument: {
    method: 'GET',
    path: '/api/v2/rag/documents/{documentId}',
    scope: 'read',
    summary: 'One document: how far it was read, and which pages could not be.',
    replies: { 200: Document },
  },
  removeDocument: {
    method: 'DELETE',
    path: '/api/v2/rag/documents/{documentId}',
    scope: 'write',
    summary: 'Forgets a document; nothing of it is found any more.',
    replies: { 204: noBody },
  },
});
