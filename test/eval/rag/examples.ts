import { askedFor } from '#shared/cited-answers/asked-for.ts';
import { evidenceOf } from '#shared/cited-answers/evidence.ts';
import { askedWords } from '#shared/cited-answers/word-match.ts';
import { gold } from './gold.ts';
import type { PreparedSet } from './prepare.ts';
import type { Example } from './train-answers.ts';

/** Every question of a set with the sentences that may answer it. */
export async function examplesOf(set: PreparedSet): Promise<Example[]> {
  const examples: Example[] = [];
  for (const question of set.questions) {
    const candidates = await set.candidates(question);
    const words = askedWords(question.question, question.lang);
    examples.push({
      question,
      evidence: evidenceOf(candidates, words, askedFor(question.question)),
      gold: candidates.map((candidate) => gold(question, candidate, set.chunks)),
      scores: [...new Set(candidates.map(({ chunkScore }) => chunkScore))],
    });
  }
  return examples;
}
