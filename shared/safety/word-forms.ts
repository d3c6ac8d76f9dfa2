import { remembered } from '#shared/language/remembered.ts';
import everyday from './data/everyday-words.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import { FUNCTION_WORDS } from './function-words.ts';
import { marksAgree } from './marks.ts';
import { MAX_ENDING_LENGTH } from './word-stems.ts';
import type { Inflected, WordTable } from './word-table.ts';

/** A stem of a word with the endings it may have. */
export interface InflectedStem extends Inflected {
  readonly stem: string;
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

/** The words of a table, found again in any form they may have. */
export class WordForms {
  readonly #table: WordTable;

  constructor(table: WordTable) {
    this.#table = table;
  }

  /**
   * The numbers of the words a token may be a form of.
   * @param letters the token with its marks, where they are known
   */
  readonly of = remembered(20_000, (token: string, letters: string) => this.#find(token, letters));

  /** Whether a word is one that only tills print. */
  isTill(word: number): boolean {
    return this.#table.till.has(word);
  }

  isExact(word: number): boolean {
    return this.#table.exact.has(word);
  }

  /** Whether a word is known only from names of dishes and brands: by itself it says nothing. */
  isOfNames(word: number): boolean {
    return word >= this.#table.firstOfNames;
  }

  *stems(): Generator<InflectedStem> {
    const { stems } = this.#table;
    for (const stem of stems.keys()) {
      for (const { endings, word } of stems.get(stem) ?? []) {
        if (!this.isOfNames(word)) yield { stem, endings, word };
      }
    }
  }

  /** The words whose base form, without marks, is such. */
  withLemma(isSuch: (lemma: string) => boolean): number[] {
    const found: number[] = [];
    for (const [word, lemma] of this.#table.lemmas.entries()) {
      if (isSuch(lemma) && !this.isOfNames(word)) found.push(word);
    }
    return found;
  }

  #find(token: string, letters: string): number[] {
    const found = new Set<number>();
    const asItIs = FUNCTION_WORDS.has(token);
    const minLength = asItIs ? token.length : Math.max(1, token.length - MAX_ENDING_LENGTH);
    for (let cut = token.length; cut >= minLength; cut -= 1) {
      for (const { endings, word } of this.#table.stems.get(token.slice(0, cut)) ?? []) {
        if (!endings.has(token.slice(cut))) continue;
        if (asItIs && this.#table.lemmas[word] !== token) continue;
        if (this.#marksFit(word, letters, cut)) found.add(word);
      }
    }
    const words = this.#withoutLostMarks([...found], letters);
    // As it stands it may be a word of the lexicon all the same: `grana padano`, `burger bun`.
    return isOtherWord(letters)
      ? words.filter((word) => this.#table.spellings[word] === letters)
      : words;
  }

  #marksFit(word: number, letters: string, stemLength: number): boolean {
    const spelling = this.#table.spellings[word] ?? '';
    return this.#table.languages[word] === 'en' || marksAgree(letters, spelling, stemLength);
  }

  /** `mak` is poppy seed as it stands there, and no `mąk` that has lost its mark. */
  #withoutLostMarks(found: number[], letters: string): number[] {
    const { languages, spellings } = this.#table;
    const isBase = found.some(
      (word) => languages[word] === 'pl' && spellings[word] === letters && !this.isOfNames(word),
    );
    if (!isBase || /[ąćęłńóśźż]/.test(letters)) return found;
    return found.filter((word) => {
      const spelling = spellings[word] ?? '';
      return !/[ąćęłńśźż]/.test(spelling.slice(0, letters.length));
    });
  }
}
