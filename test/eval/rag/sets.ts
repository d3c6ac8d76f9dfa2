import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PassageEmbedder } from '#shared/search-index/index-writer.ts';
import { smallHouseholds } from './corpus.ts';
import { examplesOf } from './examples.ts';
import { type PreparedSet, prepareSet } from './prepare.ts';
import { temporaryIndex } from './temporary-index.ts';
import type { Example } from './train-answers.ts';

/** The written sets that search and refusals are tuned on; test/eval/rag-held-out is only measured. */
export const TRAINING_SETS = [import.meta.dirname, join(import.meta.dirname, '../rag-further')];

/** Uses a set while its index exists. */
export async function withSet<T>(
  folder: string,
  embedder: PassageEmbedder,
  use: (set: PreparedSet) => Promise<T>,
  documents?: readonly string[],
): Promise<T> {
  const directory = temporaryIndex();
  try {
    return await use(await prepareSet(folder, directory, embedder, documents));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Every question twice: with all documents of its set, and in a household that has three of them. */
export async function trainingExamples(
  embedder: PassageEmbedder,
): Promise<{ readonly whole: Example[]; readonly small: Example[] }> {
  const whole: Example[] = [];
  const small: Example[] = [];
  for (const folder of TRAINING_SETS) {
    whole.push(...(await withSet(folder, embedder, examplesOf)));
    for (const documents of smallHouseholds(folder)) {
      small.push(...(await withSet(folder, embedder, examplesOf, documents)));
    }
  }
  return { whole, small };
}
