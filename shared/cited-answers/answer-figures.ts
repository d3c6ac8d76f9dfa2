import type { AskedFor } from './asked-for.ts';
import type { RankedSentence } from './ranked-sentences.ts';

/**
 * What tells whether a question is answered at all. Similarity alone does not: a sentence about the same
 * thing is as near as one that answers. What of the question stands nowhere says more, and how far the best
 * sentence is ahead of those of other passages.
 * @param sentences most likely first
 * @param scores of the passages, best first
 */
export function answerFigures(
  sentences: readonly RankedSentence[],
  scores: readonly number[],
  { words, asked }: { readonly words: number; readonly asked: AskedFor },
): number[] {
  const [best] = sentences;
  if (best === undefined) return [];
  const { coverage, given, candidate, probability } = best;
  const [score = 0, next = 0] = scores;
  const elsewhere = sentences.find((one) => one.candidate.chunkId !== candidate.chunkId);
  const likely = logit(probability);
  return [
    likely,
    likely - logit(elsewhere?.probability ?? 0),
    coverage.own,
    coverage.near,
    coverage.passage,
    coverage.rarestMissing,
    coverage.missingEverywhere,
    score - next,
    given,
    asked.kinds.length > 0 ? given : 0,
    Number(asked.amount),
    Number(asked.kinds.length > 0),
    Math.min(words, 10),
  ];
}

const SMALLEST = 1e-4;

function logit(probability: number): number {
  const bounded = Math.min(1 - SMALLEST, Math.max(SMALLEST, probability));
  return Math.log(bounded / (1 - bounded));
}
