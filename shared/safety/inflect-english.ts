import type { Stem } from './inflect-polish.ts';
import { foldWord } from './tokens.ts';

const PLURAL = new Set(['', 's']);
/** `radish` → `radishes`, `potato` → `potatoes`; `cod` is not in `codes`. */
const PLURAL_AFTER_HISS = new Set(['', 's', 'es']);

/** An English word and its plural; what a possessive adds is gone before words are compared. */
export function englishStems(lemma: string): Stem[] {
  const word = foldWord(lemma);
  if (word.length < 3) return [[word, new Set([''])]];
  const stems: Stem[] = [[word, /(?:[sxzo]|[cs]h)$/.test(word) ? PLURAL_AFTER_HISS : PLURAL]];
  if (word.endsWith('y')) stems.push([word.slice(0, -1), new Set(['ies'])]);
  if (word.endsWith('f')) stems.push([word.slice(0, -1), new Set(['ves'])]);
  if (word.endsWith('fe')) stems.push([word.slice(0, -2), new Set(['ves'])]);
  return stems;
}
