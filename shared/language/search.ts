import { fold, foldedWords } from './fold.ts';
import { keyOfName } from './key-of-name.ts';
import { maybeSameWord, wordsOf } from './lemma.ts';

/**
 * Whether a name answers a search: it contains what was typed, or has every word of it, in any
 * case and number and with or without diacritics: `pomidorow` finds `Pomidory w puszce`. Nothing
 * typed leaves everything; signs alone (`%`) find nothing.
 */
export function matchesSearch(name: string, search: string): boolean {
  const wanted = fold(search).trim();
  if (wanted === '') return true;
  if (keyOfName(search, 'pl') === null) return false;
  if (fold(name).includes(wanted)) return true;
  const words = wordsOf(search);
  const numbers = foldedWords(search).filter((word) => /\d/.test(word));
  if (words.length === 0 || !numbers.every((number) => fold(name).includes(number))) return false;
  const there = wordsOf(name);
  return words.every((word) =>
    there.some((one) => fold(one).startsWith(fold(word)) || maybeSameWord(one, word)),
  );
}
