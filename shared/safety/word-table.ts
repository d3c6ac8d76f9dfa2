import type { Language, PhraseWord } from './lexicon-row.ts';
import { foldWord, lowerWord } from './tokens.ts';
import { stemsOf } from './word-stems.ts';

/** A word with the endings that one of its stems may have. */
export interface Inflected {
  readonly endings: ReadonlySet<string>;
  readonly word: number;
}

/** The words of the lexicon, by number. */
export interface WordTable {
  /** By stem: the words that have it, with its endings there. */
  readonly stems: Pick<ReadonlyMap<string, readonly Inflected[]>, 'get' | 'keys'>;
  /** Base forms as they are compared. */
  readonly lemmas: readonly string[];
  /** The same with their marks, and which language they are of. */
  readonly spellings: readonly string[];
  readonly languages: readonly Language[];
  /** Words that stand in the lexicon as tills cut them. */
  readonly exact: ReadonlySet<number>;
  readonly till: ReadonlySet<number>;
}

/** The table while the lexicon is being read. */
export class GrowingWordTable implements WordTable {
  readonly stems = new Map<string, Inflected[]>();
  readonly lemmas: string[] = [];
  readonly spellings: string[] = [];
  readonly languages: Language[] = [];
  readonly exact = new Set<number>();
  readonly till = new Set<number>();
  readonly #numbers = new Map<string, number>();

  /** The number of a word, a new one where it has none. */
  add({ lemma, exact, till }: PhraseWord, language: Language): number {
    const key = `${exact ? (till ? '.' : '!') : language}:${lemma}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const word = this.lemmas.length;
    this.#numbers.set(key, word);
    this.lemmas.push(foldWord(lemma));
    this.spellings.push(lowerWord(lemma));
    this.languages.push(language);
    if (exact) this.exact.add(word);
    if (till) this.till.add(word);
    for (const [stem, endings] of stemsOf({ lemma, exact }, language)) {
      const same = this.stems.get(stem);
      if (same === undefined) this.stems.set(stem, [{ endings, word }]);
      else same.push({ endings, word });
    }
    return word;
  }
}
