import { documentRoutes } from '#shared/documents/document-routes.ts';
import { listDocuments, readDocument, removeDocument } from '#shared/documents/documents.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';

export const handler = endpoint(documentRoutes, {
  listDocuments: async ({ household, query, locale }) =>
    reply(200, await listDocuments(household, query, locale)),
  readDocument: async ({ household, params, locale }) =>
    reply(200, await readDocument(household, params.documentId, locale)),
  removeDocument: async ({ household, params }) => {
    await removeDocument(household, params.documentId);
    return reply(204);
  },
});
