import { defineRoutes } from '#shared/entry/routes.ts';
import {
  DocumentAnswer,
  IndexRebuild,
  IndexStats,
  PassageQuery,
  Passages,
} from './knowledge-schema.ts';

const problems = { 503: ['index-rebuilding'] };

export const knowledgeRoutes = defineRoutes('knowledge', {
  queryDocuments: {
    method: 'POST',
    path: '/api/v2/rag/query',
    scope: 'read',
    summary:
      'Answers from the household’s documents alone, with citations, or says that they do not.',
    body: PassageQuery,
    limit: 'rag',
    outside: true,
    problems,
    replies: { 200: DocumentAnswer },
  },
  searchDocuments: {
    method: 'POST',
    path: '/api/v2/rag/search',
    scope: 'read',
    summary: 'The passages of the household’s documents that fit a question best.',
    body: PassageQuery,
    limit: 'rag',
    outside: true,
    problems,
    replies: { 200: Passages },
  },
  readIndexStats: {
    method: 'GET',
    path: '/api/v2/rag/stats',
    scope: 'read',
    summary: 'How much of the documents can be searched so far.',
    problems,
    replies: { 200: IndexStats },
  },
  rebuildIndex: {
    method: 'POST',
    path: '/api/v2/rag/rebuild',
    scope: 'admin',
    summary: 'Builds the search index anew from the database; the old one is searched meanwhile.',
    replies: { 202: IndexRebuild },
  },
});
