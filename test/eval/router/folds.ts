import { messageWords } from '#shared/router/message-words.ts';
import type { Utterance } from './utterances.ts';

/** Shared words of all words from which two utterances count as the same one said again. */
const ALIKE = 0.6;
/** Of so many of its rarest words one is in whatever is like it, or it is too common to tell. */
const RAREST = 4;

/**
 * Sorts utterances into folds for cross-validation; those that are nearly the same come into the same
 * one, or the held-out ones would not be new.
 */
export function foldsOf(
  utterances: readonly Utterance[],
  folds: number,
  random: () => number,
): number[] {
  const words = utterances.map(({ text }) => new Set(messageWords(text)));
  const firstOf: number[] = [];
  const holding = new Map<string, number[]>();
  const foldOfFirst = new Map<number, number>();
  return words.map((own, at) => {
    const alike = [...own]
      .map((word) => holding.get(word) ?? [])
      .sort((one, other) => one.length - other.length)
      .slice(0, RAREST)
      .flat()
      .find((other) => overlap(own, words[other] ?? new Set()) >= ALIKE);
    const first = alike === undefined ? at : (firstOf[alike] ?? alike);
    firstOf[at] = first;
    for (const word of own) holding.set(word, [...(holding.get(word) ?? []), at]);
    const fold = foldOfFirst.get(first) ?? Math.floor(random() * folds);
    foldOfFirst.set(first, fold);
    return fold;
  });
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}
