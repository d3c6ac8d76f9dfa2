import { type Token, tokenise } from './tokens.ts';

type Spelling = readonly string[];

/** Phrases as words to compare, by their first word, the longest first. */
export type Spellings = ReadonlyMap<string, readonly Spelling[]>;

export function spelled(texts: readonly string[]): Spellings {
  const spellings = texts
    .map((text) => tokenise(text).map(({ word }) => word))
    .sort((a, b) => b.length - a.length);
  return Map.groupBy(spellings, ([first = '']) => first);
}

/** How many words of one of the spellings stand here; 0 for none. */
export function spellingAt(tokens: readonly Token[], at: number, spellings: Spellings): number {
  for (const spelling of spellings.get(tokens[at]?.word ?? '') ?? []) {
    if (spelling.every((word, index) => tokens[at + index]?.word === word)) return spelling.length;
  }
  return 0;
}
