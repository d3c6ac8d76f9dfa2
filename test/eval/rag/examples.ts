import { gold } from './gold.ts';
import type { PreparedSet } from './prepare.ts';
import type { Example } from './train-answers.ts';

/** Every question of a set with the sentences that may answer it. */
export async function examplesOf(set: PreparedSet): Promise<Example[]> {
  const examples: Example[] = [];
  for (const question of set.questions) {
    const candidates = await set.candidates(question);
    examples.push({
      question,
      candidates,
      gold: candidates.map((candidate) => gold(question, candidate, set.chunks)),
      scores: [...new Set(candidates.map(({ chunkScore }) => chunkScore))],
    });
  }
  return examples;
}
