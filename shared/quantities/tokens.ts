import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import words from './data/number-words.json' with { type: 'json' };
import { type Rational, rational, readRational } from './rational.ts';
import { isDoughnut } from './unit.ts';

/** A piece of a text; `at` and `end` are its place in it, so that what is written can be kept. */
export interface Token {
  readonly kind: 'number' | 'fraction' | 'word' | 'sign';
  /** Folded, a word without its closing point. */
  readonly text: string;
  /** Of a number or a fraction sign. */
  readonly value?: Rational;
  /** A number word of another language: `ten` is no 10 in Polish, `a` no 1. */
  readonly foreign?: true;
  readonly at: number;
  readonly end: number;
}

/** A map, not an object: a line may say `constructor`. */
const VULGAR: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
]);

const NUMBER_WORDS = {
  pl: new Set(Object.keys(words.numbers.pl)),
  en: new Set(Object.keys(words.numbers.en)),
};

/**
 * Numbers with a point or a comma, fraction signs, words, and any other sign by itself.
 * @param language where it is known; without it number words of both count
 */
export function tokens(text: string, language?: Language): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(/\d{1,12}(?:[.,]\d{1,9})?|\p{L}+\.?|[^\s\p{L}]/gu)) {
    const [written] = match;
    const place = { at: match.index, end: match.index + written.length };
    const vulgar = VULGAR.get(written);
    if (vulgar !== undefined) {
      found.push({ kind: 'fraction', text: written, value: rational(...vulgar), ...place });
    } else if (/^\d/.test(written)) {
      // English writes 1,200 for a thousand and more, Polish for one and a fifth.
      const thousands = language === 'en' && /^[1-9]\d{0,2},\d{3}$/.test(written);
      const value = readRational(written.replace(',', thousands ? '' : '.'));
      found.push({ kind: 'number', text: written, ...(value && { value }), ...place });
    } else if (/^\p{L}/u.test(written)) {
      const word = isDoughnut(written) ? written.toLowerCase() : fold(written).replace(/\.$/, '');
      const other = language === 'pl' ? 'en' : 'pl';
      const foreign =
        language !== undefined &&
        NUMBER_WORDS[other].has(word) &&
        !NUMBER_WORDS[language].has(word);
      found.push({ kind: 'word', text: word, ...(foreign && { foreign }), ...place });
    } else {
      found.push({ kind: 'sign', text: written, ...place });
    }
  }
  return found;
}
