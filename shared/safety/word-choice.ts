import { mayBeCut, wordsCutTo } from './cut-words.ts';
import { wordsOfDiminutive } from './diminutives.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { isExact, isTillWord, phrases, wordsAndNames } from './lexicon.ts';
import type { Language } from './lexicon-row.ts';
import { corrected } from './misspelt.ts';
import { wordAt } from './sentences.ts';
import type { Token } from './tokens.ts';
import { isOtherWord } from './word-forms.ts';

export interface Reading {
  readonly language: Language | null;
  /** The text is the name of one thing, not prose. */
  readonly whole: boolean;
  /** False where words that are not known stay so; their index takes a while to build. */
  readonly corrects?: boolean;
}

/** The words a token may be, and how that is known. */
export interface Choice {
  readonly numbers: readonly number[];
  readonly how: 'known' | 'cut' | 'alike' | 'edited' | 'unknown';
}

/** Longer than this, a whole word with a full stop is that word. */
const MAX_CUT = 5;

/**
 * The words that a token may be: as it stands, else as a till has cut it, misspelt it or made it small.
 * `Pla` is a word of `tod mun pla`; where that is not said it is what it would be without that name.
 */
export function choiceAt(tokens: readonly Token[], index: number, reading: Reading): Choice {
  const token = tokens[index];
  if (token === undefined) return { numbers: [], how: 'unknown' };
  const printed = token.capitals || (token.dotted && reading.whole);
  const { words, names } = wordsAndNames(token.word, token.letters);
  const numbers = words.filter((word) => printed || !isTillWord(word));
  if (names.some(isName)) return { numbers: [...numbers, ...names], how: 'known' };
  const choice = choiceOf(tokens, index, numbers, reading);
  return { ...choice, numbers: [...choice.numbers, ...names] };
}

/** Whether a word names a dish by itself. */
function isName(word: number): boolean {
  return (
    phrases()
      .next.get(word)
      ?.endings.some(({ alone }) => !alone) === true
  );
}

/** @param numbers the words of the lexicon that the token may be a form of, but for names */
function choiceOf(
  tokens: readonly Token[],
  index: number,
  numbers: readonly number[],
  { whole, corrects = true }: Reading,
): Choice {
  const token = tokens[index];
  if (token === undefined) return { numbers: [], how: 'unknown' };
  const mayCut = mayBeCut(tokens, index);
  if (numbers.length > 0) {
    // `MAK.` is poppy seed, or pasta that the till has cut.
    const short =
      whole && mayCut && token.dotted && token.word.length <= MAX_CUT && !numbers.some(isExact);
    const cutToo = short || (mayCut && numbers.every(isTillWord));
    return cutToo
      ? { numbers: [...numbers, ...wordsCutTo(token)], how: 'cut' }
      : { numbers, how: 'known' };
  }
  const cut = mayCut ? wordsCutTo(token) : [];
  if (cut.length > 0) return { numbers: cut, how: 'cut' };
  if (FUNCTION_WORDS.has(token.word) || isOtherWord(token.letters))
    return { numbers, how: 'unknown' };
  const counted = /^\d/.test(wordAt(tokens, index - 1)) && token.gap === 'joined';
  const correction = corrects ? corrected(token, whole || counted) : null;
  if (correction !== null) {
    return { numbers: correction.words, how: correction.alike ? 'alike' : 'edited' };
  }
  const small = wordsOfDiminutive(token.word);
  return small.length > 0 ? { numbers: small, how: 'alike' } : { numbers, how: 'unknown' };
}
