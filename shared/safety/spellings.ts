import { type Token, tokenise } from './tokens.ts';

export type Spelling = readonly string[];

/** Phrases as words to compare, the longest first. */
export const spelled = (texts: readonly string[]): Spelling[] =>
  texts.map((text) => tokenise(text).map(({ word }) => word)).sort((a, b) => b.length - a.length);

/** How many words of one of the spellings stand here; 0 for none. */
export function spellingAt(
  tokens: readonly Token[],
  at: number,
  spellings: readonly Spelling[],
): number {
  for (const spelling of spellings) {
    if (spelling.every((word, index) => tokens[at + index]?.word === word)) return spelling.length;
  }
  return 0;
}
