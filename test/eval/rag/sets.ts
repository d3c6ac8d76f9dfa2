import { join } from 'node:path';

/** The written sets that search and refusals are tuned on; test/eval/rag-held-out is only measured. */
export const TRAINING_SETS = [import.meta.dirname, join(import.meta.dirname, '../rag-further')];
