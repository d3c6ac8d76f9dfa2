import { fold } from '#shared/language/fold.ts';
import type { RankedSentence } from './ranked-sentences.ts';

/** So much less likely may the sentence of another document be, and still be said to contradict. */
const NEARLY = 0.5;

/**
 * The best sentence of another document that gives other numbers for what is asked: the two are shown side
 * by side, for code cannot know which one holds.
 */
export function contradicting(
  best: RankedSentence,
  others: readonly RankedSentence[],
): RankedSentence | undefined {
  const numbers = numbersOf(best.candidate.text);
  if (numbers.size === 0) return undefined;
  return others.find((other) => {
    if (other.candidate.documentId === best.candidate.documentId) return false;
    if (other.probability < best.probability * NEARLY) return false;
    const own = numbersOf(other.candidate.text);
    return own.size > 0 && ![...own].some((number) => numbers.has(number));
  });
}

function numbersOf(text: string): ReadonlySet<string> {
  return new Set(
    fold(text)
      .match(/\d+(?:[.,]\d+)?/g)
      ?.map((number) => number.replace(',', '.')),
  );
}
