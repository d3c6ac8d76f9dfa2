import { DIMENSIONS, embed } from '#shared/embedding/sentence-vectors.ts';
import type { PassageEmbedder } from './index-writer.ts';

/** The network in this process; its name changes with its files, and all vectors are then made anew. */
export const builtInEmbedder: PassageEmbedder = {
  model: { name: 'multilingual-e5-small-pl-en-4bit', dimensions: DIMENSIONS },
  embed,
};
