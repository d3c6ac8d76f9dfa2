import type { Stem } from './inflect-polish.ts';
import type { Phrase, PhraseWord } from './lexicon-row.ts';
import type { Token } from './tokens.ts';
import { MAX_ENDING_LENGTH, stemsOf } from './word-stems.ts';

/** Words `from` … `to` (exclusive) are a phrase that stands for `value`. */
export interface PhraseMatch<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

interface Node<Value> {
  readonly next: Map<number, Node<Value>>;
  readonly values: Value[];
}
interface Inflected {
  readonly endings: ReadonlySet<string>;
  readonly word: number;
}

/** Phrases of either language that are found in any form of their words. */
export class PhraseTree<Value> {
  readonly #root: Node<Value> = { next: new Map(), values: [] };
  readonly #stems = new Map<string, Inflected[]>();
  readonly #numbers = new Map<string, number>();

  add({ words, language }: Phrase, value: Value): void {
    this.#add(words, language, value);
    // Adjectives stand on either side in Polish: `kokosowe mleko`.
    if (language === 'pl' && words.length === 2) this.#add(words.toReversed(), language, value);
  }

  /** Every phrase in the words; only words that nothing parts are one. */
  find(tokens: readonly Pick<Token, 'word' | 'gap'>[]): PhraseMatch<Value>[] {
    const numbers = tokens.map(({ word }) => this.#wordsOf(word));
    const found: PhraseMatch<Value>[] = [];
    const walk = (node: Node<Value>, from: number, at: number): void => {
      for (const value of node.values) found.push({ from, to: at, value });
      if (at > from && tokens[at]?.gap !== 'joined') return;
      for (const number of numbers[at] ?? []) {
        const next = node.next.get(number);
        if (next !== undefined) walk(next, from, at + 1);
      }
    };
    for (let from = 0; from < tokens.length; from += 1) walk(this.#root, from, from);
    return found;
  }

  /** Whether the word is a form of one of a phrase's. */
  has(word: string): boolean {
    return this.#wordsOf(word).length > 0;
  }

  /** The stems of all words, with the endings they may have. */
  *inflections(): Iterable<Stem> {
    for (const [stem, words] of this.#stems) {
      for (const { endings } of words) yield [stem, endings];
    }
  }

  #add(words: readonly PhraseWord[], language: Phrase['language'], value: Value): void {
    let node = this.#root;
    for (const word of words) {
      const number = this.#numberOf(word, language);
      const next = node.next.get(number) ?? { next: new Map(), values: [] };
      node.next.set(number, next);
      node = next;
    }
    node.values.push(value);
  }

  #numberOf({ lemma, exact }: PhraseWord, language: Phrase['language']): number {
    const key = `${exact ? '!' : language}:${lemma}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const word = this.#numbers.size;
    this.#numbers.set(key, word);
    for (const [stem, endings] of stemsOf({ lemma, exact }, language)) {
      const same = this.#stems.get(stem) ?? [];
      same.push({ endings, word });
      this.#stems.set(stem, same);
    }
    return word;
  }

  #wordsOf(token: string): number[] {
    const found = new Set<number>();
    for (let cut = token.length; cut >= Math.max(1, token.length - MAX_ENDING_LENGTH); cut -= 1) {
      for (const { endings, word } of this.#stems.get(token.slice(0, cut)) ?? []) {
        if (endings.has(token.slice(cut))) found.add(word);
      }
    }
    return [...found];
  }
}
