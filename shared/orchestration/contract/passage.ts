import * as z from 'zod/mini';

/** The way a passage was found: by its words, or by its meaning. */
export const SearchLeg = z.enum(['lexical', 'semantic']);

/** A passage of a document that fits a question. */
export const Passage = z.object({
  chunkId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  page: z.nullable(z.int()),
  text: z.string(),
  /** Deviations above what is usual; comparable within one reply. */
  score: z.number(),
  how: z.array(SearchLeg),
});
