import type * as z from 'zod/mini';
import type { FoundPassages } from '#shared/search-index/search-documents.ts';
import type { CitedAnswer, CitedSentence } from './cited-answer.ts';
import type { DocumentAnswer, Passages } from './knowledge-schema.ts';

/** Passages as the API shows them. */
export function showPassages(
  { passages, vector }: FoundPassages,
  k: number,
): z.infer<typeof Passages> {
  return {
    chunks: passages.slice(0, k).map(({ chunk, score, how }) => ({
      chunkId: chunk.id,
      documentId: chunk.documentId,
      title: chunk.title,
      page: chunk.page,
      text: chunk.text,
      score: Math.round(score * 1000) / 1000,
      how: [...how],
    })),
    // Where there is something to be found, but not by its meaning.
    degraded: passages.length > 0 && vector === null,
  };
}

export function showAnswer(
  answer: CitedAnswer,
  found: FoundPassages,
  k: number,
): z.infer<typeof DocumentAnswer> {
  return {
    ...showPassages(found, k),
    answer: answer.text,
    answered: answer.answered,
    conflicting: answer.answered && answer.conflicting,
    citations: answer.answered ? answer.sentences.map(showCitation) : [],
  };
}

/** The quote is what the document has, word for word. */
export function showCitation({ documentId, title, text, page }: CitedSentence) {
  return {
    kind: 'document' as const,
    id: documentId,
    title,
    quote: text,
    ...(page === null ? {} : { page }),
  };
}
