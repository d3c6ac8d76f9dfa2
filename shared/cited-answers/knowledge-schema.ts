import * as z from 'zod/mini';
import { Citation } from '#shared/orchestration/contract/citation.ts';
import { Passage } from '#shared/orchestration/contract/passage.ts';
import { Instant } from '#shared/schemas/instant.ts';
import { words } from '#shared/schemas/words.ts';

/** Longer ones are no question, and cost as much as a passage. */
const MAX_QUESTION = 1_000;
const MAX_PASSAGES = 50;
const MAX_DOCUMENTS = 100;

export const PassageQuery = z.strictObject({
  question: words(MAX_QUESTION),
  /** As many passages as are shown. */
  k: z._default(z.int().check(z.minimum(1), z.maximum(MAX_PASSAGES)), 5),
  /** Only these documents are searched. */
  documentIds: z.optional(z.array(z.uuid()).check(z.minLength(1), z.maxLength(MAX_DOCUMENTS))),
});

export const Passages = z.object({ chunks: z.array(Passage), degraded: z.boolean() });

export const DocumentAnswer = z.extend(Passages, {
  answer: z.string(),
  /** False where the documents do not say; `chunks` are then what is nearest. */
  answered: z.boolean(),
  /** Whether documents contradict each other; all of them are cited. */
  conflicting: z.boolean(),
  citations: z.array(Citation),
});

export const IndexStats = z.object({
  documents: z.int(),
  chunks: z.int(),
  /** Chunks that are found by their words, and sentences that are found by their meaning. */
  indexedChunks: z.int(),
  indexedSentences: z.int(),
  embeddingModel: z.string(),
  updatedAt: z.nullable(Instant),
});

export const IndexRebuild = z.object({ status: z.literal('queued') });
