import { type AskedFor, hasDate, hasNumber } from './asked-for.ts';
import type { RankedSentence } from './ranked-sentences.ts';

/**
 * What tells whether a question is answered at all. Similarity alone does not: a sentence about the same
 * thing is as near as one that answers. How far the best is ahead says more.
 * @param sentences most likely first
 * @param scores of the passages, best first
 */
export function answerFigures(
  sentences: readonly RankedSentence[],
  scores: readonly number[],
  { words, asked }: { readonly words: number; readonly asked: AskedFor },
): number[] {
  const [best, second] = sentences;
  const [score = 0, next = 0] = scores;
  const text = best?.candidate.text ?? '';
  const likely = logit(best?.probability ?? 0);
  return [
    likely,
    likely - logit(second?.probability ?? 0),
    best?.own ?? 0,
    best?.withContext ?? 0,
    best?.candidate.semantic ?? 0,
    score,
    score - next,
    asked.number ? Number(hasNumber(text)) : 0.5,
    asked.date ? Number(hasDate(text)) : 0.5,
    Number(asked.number),
    Math.min(words, 10),
  ];
}

const SMALLEST = 1e-4;

function logit(probability: number): number {
  const bounded = Math.min(1 - SMALLEST, Math.max(SMALLEST, probability));
  return Math.log(bounded / (1 - bounded));
}
