import { FUNCTION_WORDS } from './function-words.ts';
import { isTillWord, wordsOf } from './lexicon.ts';
import type { Token } from './tokens.ts';

const MIN_JOINED = 6;

/** Joins what a reader of print has torn apart: `twa róg`, `ow siane`, where neither half is a word. */
export function joinSplitWords(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const both = last === undefined ? null : joinedOf(last, token);
    if (both === null) joined.push(token);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

function joinedOf(first: Token, second: Token): Token | null {
  if (second.gap !== 'joined' || first.dotted) return null;
  const word = first.word + second.word;
  if (word.length < MIN_JOINED || !/^[a-z]+$/.test(word)) return null;
  const isWord = ({ word: half, letters }: Token) =>
    FUNCTION_WORDS.has(half) || wordsOf(half, letters).some((word) => !isTillWord(word));
  if (isWord(first) || isWord(second)) return null;
  const letters = first.letters + second.letters;
  if (wordsOf(word, letters).length === 0) return null;
  const { end, dotted, closes } = second;
  return { ...first, word, letters, end, dotted, closes, marked: first.marked || second.marked };
}
