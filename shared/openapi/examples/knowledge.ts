import type { knowledgeRoutes } from '#shared/cited-answers/knowledge-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const QUOTE = 'Odkamieniaj ekspres co 200 kaw albo gdy zapali się kontrolka CALC.';
const DOCUMENT = '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e14';
const body = { question: 'Jak często odkamieniać ekspres?' };
const chunks = [
  {
    chunkId: ID.passage,
    documentId: DOCUMENT,
    title: 'Ekspres – instrukcja',
    page: 12,
    text: `Konserwacja\n\n${QUOTE}`,
    score: 4.212,
    how: ['lexical' as const, 'semantic' as const],
  },
];
const citation = {
  kind: 'document' as const,
  id: DOCUMENT,
  title: 'Ekspres – instrukcja',
  quote: QUOTE,
  page: 12,
};

export const knowledgeExamples: ExamplesOf<typeof knowledgeRoutes> = {
  queryDocuments: {
    body,
    reply: {
      chunks,
      degraded: false,
      answer: `${QUOTE} (Ekspres – instrukcja, s. 12)`,
      answered: true,
      conflicting: false,
      citations: [citation],
    },
  },
  searchDocuments: { body, reply: { chunks, degraded: false } },
  readIndexStats: {
    reply: {
      documents: 4,
      chunks: 61,
      indexedChunks: 61,
      indexedSentences: 540,
      embeddingModel: 'multilingual-e5-small-pl-en-4bit',
      updatedAt: BOUGHT_AT,
    },
  },
  rebuildIndex: { reply: { status: 'queued' } },
};
