import { distance } from '#shared/language/ocr-skeleton.ts';
import type { Stem } from './inflect-polish.ts';

const MAX_ENDING_LENGTH = 3;
const MIN_LENGTH = 5;
/** From this length on two slips still leave one word. */
const LONG = 8;

/**
 * The form of a known word that is one slip away from a misspelt one, two for long words; null when
 * there is none. The first letter is seldom the wrong one.
 */
export function nearestWord(word: string, known: Iterable<Stem>): string | null {
  if (word.length < MIN_LENGTH) return null;
  const limit = word.length >= LONG ? 2 : 1;
  let nearest: { readonly word: string; readonly slips: number } | null = null;
  for (const [stem, endings] of known) {
    if (stem[0] !== word[0]) continue;
    for (const ending of endings) {
      if (ending.length > MAX_ENDING_LENGTH || !word.endsWith(ending)) continue;
      const slips = slipsBetween(word.slice(0, word.length - ending.length), stem, limit);
      if (slips > limit || (nearest !== null && slips >= nearest.slips)) continue;
      nearest = { word: stem + ending, slips };
    }
  }
  return nearest?.word ?? null;
}

/** Letters lost, added or changed; two neighbours swapped are one slip. */
function slipsBetween(a: string, b: string, limit: number): number {
  if (b.length < MIN_LENGTH - 1 || Math.abs(a.length - b.length) > limit) return limit + 1;
  return isSwap(a, b) ? 1 : distance(a, b, limit);
}

function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
