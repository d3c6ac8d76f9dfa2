import { fold } from './fold.ts';
import { englishLemma } from './lemma-en.ts';
import { polishLemma, possibleLemmas } from './lemma-pl.ts';
import { remembered } from './remembered.ts';

export type Language = 'pl' | 'en';

/** The words of a text as written, in lower case; numbers and signs are no words. */
export function wordsOf(text: string): string[] {
  const written = text.slice(0, 1000).normalize('NFC').toLowerCase();
  // Of many alphabets a word is letters with marks: the vowels of `दूध` are such.
  return written.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}

/** The base form of a word: `jajek` → `jajko`, `eggs` → `egg`. Polish ones keep their diacritics. */
function lemma(word: string, language: Language): string {
  return language === 'pl' ? polishLemma(word) : englishLemma(word);
}

/** All recipes together have some six thousand words. */
const MAX_WORDS = 20_000;
const keyOfWord = remembered(MAX_WORDS, (word: string, language: Language) =>
  fold(lemma(word, language)),
);

/** The base forms of all words of a text, folded: what two texts are compared by. */
export function lemmaKeys(text: string, language: Language): string[] {
  return wordsOf(text).map((word) => keyOfWord(word, language));
}

/** Whether two words may be forms of one: `ogórków`, `ogorek`. Generous, for searching. */
export function maybeSameWord(a: string, b: string): boolean {
  if (fold(a) === fold(b) || englishLemma(a) === englishLemma(b)) return true;
  if (fold(polishLemma(a)) === fold(polishLemma(b))) return true;
  const [of, other] = [possibleLemmas(a), possibleLemmas(b)];
  // Sharing any ending-less stem is not enough: one of the two must be the base of the other.
  return of.has(fold(b)) || other.has(fold(a));
}
