import { remembered } from '#shared/language/remembered.ts';
import everyday from './data/everyday-words.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import { FUNCTION_WORDS } from './function-words.ts';
import type { Language, PhraseWord } from './lexicon-row.ts';
import { marksAgree } from './marks.ts';
import { foldWord, lowerWord } from './tokens.ts';
import { MAX_ENDING_LENGTH, stemsOf } from './word-stems.ts';

/** A stem of a word with the endings it may have. */
export interface InflectedStem {
  readonly stem: string;
  readonly endings: ReadonlySet<string>;
  readonly word: number;
}

/** Forms of words nobody eats that look like forms of food: `orze` (ploughs) is no orzo. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  ...words.otherWords,
  ...[...everyday.pl, ...everyday.en].flatMap((line) => line.split(' ')),
]);

/** Whether a word only looks like food: `orze` (ploughs) is no orzo. */
export function isOtherWord(letters: string): boolean {
  return OTHER_WORDS.has(letters);
}

/** Words by number, found again in any form they may have. */
export class WordForms {
  readonly #stems = new Map<string, Omit<InflectedStem, 'stem'>[]>();
  readonly #numbers = new Map<string, number>();
  readonly #lemmas: string[] = [];
  /** The same with their marks, and which language they are of. */
  readonly #spellings: string[] = [];
  readonly #languages: Language[] = [];
  /** Words that stand in the lexicon as tills cut them. */
  readonly #exact = new Set<number>();
  readonly #till = new Set<number>();

  /** The number of a word, a new one where it has none. */
  add({ lemma, exact, till }: PhraseWord, language: Language): number {
    const key = `${exact ? (till ? '.' : '!') : language}:${lemma}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const word = this.#lemmas.length;
    this.#numbers.set(key, word);
    this.#lemmas.push(foldWord(lemma));
    this.#spellings.push(lowerWord(lemma));
    this.#languages.push(language);
    if (exact) this.#exact.add(word);
    if (till) this.#till.add(word);
    for (const [stem, endings] of stemsOf({ lemma, exact }, language)) {
      const same = this.#stems.get(stem);
      if (same === undefined) this.#stems.set(stem, [{ endings, word }]);
      else same.push({ endings, word });
    }
    return word;
  }

  /**
   * The numbers of the words a token may be a form of.
   * @param letters the token with its marks, where they are known
   */
  readonly of = remembered(20_000, (token: string, letters: string) => this.#find(token, letters));

  /** Whether a word is one that only tills print. */
  isTill(word: number): boolean {
    return this.#till.has(word);
  }

  isExact(word: number): boolean {
    return this.#exact.has(word);
  }

  *stems(): Generator<InflectedStem> {
    for (const [stem, inflected] of this.#stems) {
      for (const { endings, word } of inflected) yield { stem, endings, word };
    }
  }

  /** The words whose base form, without marks, is such. */
  withLemma(isSuch: (lemma: string) => boolean): number[] {
    const found: number[] = [];
    for (const [word, lemma] of this.#lemmas.entries()) if (isSuch(lemma)) found.push(word);
    return found;
  }

  #find(token: string, letters: string): number[] {
    const found = new Set<number>();
    const asItIs = FUNCTION_WORDS.has(token);
    const minLength = asItIs ? token.length : Math.max(1, token.length - MAX_ENDING_LENGTH);
    for (let cut = token.length; cut >= minLength; cut -= 1) {
      for (const { endings, word } of this.#stems.get(token.slice(0, cut)) ?? []) {
        if (!endings.has(token.slice(cut))) continue;
        if (asItIs && this.#lemmas[word] !== token) continue;
        if (this.#marksFit(word, letters, cut)) found.add(word);
      }
    }
    const words = this.#withoutLostMarks([...found], letters);
    // As it stands it may be a word of the lexicon all the same: `grana padano`, `burger bun`.
    return isOtherWord(letters) ? words.filter((word) => this.#spellings[word] === letters) : words;
  }

  #marksFit(word: number, letters: string, stemLength: number): boolean {
    const spelling = this.#spellings[word] ?? '';
    return this.#languages[word] === 'en' || marksAgree(letters, spelling, stemLength);
  }

  /** `mak` is poppy seed as it stands there, and no `mąk` that has lost its mark. */
  #withoutLostMarks(found: number[], letters: string): number[] {
    const isBase = found.some(
      (word) => this.#languages[word] === 'pl' && this.#spellings[word] === letters,
    );
    if (!isBase || /[ąćęłńóśźż]/.test(letters)) return found;
    return found.filter((word) => {
      const spelling = this.#spellings[word] ?? '';
      return !/[ąćęłńśźż]/.test(spelling.slice(0, letters.length));
    });
  }
}
