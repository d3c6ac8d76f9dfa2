import type { Gap, Token } from './tokens.ts';

/** How many words of a sentence count as near. */
const NEAR = 8;

/** The word there as it is compared; '' where none is. */
export function wordAt(tokens: readonly Pick<Token, 'word'>[], at: number): string {
  return tokens[at]?.word ?? '';
}

/** What stands before the word there; a line where no word is. */
export function gapAt(tokens: readonly Token[], at: number): Gap {
  return tokens[at]?.gap ?? 'line';
}

/** The word there where it goes on from the one before; else ''. */
export function joinedWordAt(tokens: readonly Token[], at: number): string {
  return gapAt(tokens, at) === 'joined' ? wordAt(tokens, at) : '';
}

/** Whether a full stop or a line break stands before a word, or no word is there. */
export function beginsSentence(tokens: readonly Token[], at: number): boolean {
  const gap = gapAt(tokens, at);
  return gap === 'dot' || gap === 'line';
}

/** Where the sentence around a word ends. */
export function sentenceEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  while (!beginsSentence(tokens, end)) end += 1;
  return Math.min(end, tokens.length);
}

/** The words around one in its sentence. */
export function wordsNear(tokens: readonly Token[], at: number): string[] {
  let from = at;
  while (from > at - NEAR && !beginsSentence(tokens, from)) from -= 1;
  let to = at + 1;
  while (to < at + NEAR && !beginsSentence(tokens, to)) to += 1;
  return tokens.slice(from, to).map(({ word }) => word);
}

/** Whether a question mark stands behind the word before `end`. */
export function endsInQuestion(text: string, tokens: readonly Token[], end: number): boolean {
  const last = tokens[end - 1];
  return last !== undefined && text.slice(last.end, tokens[end]?.start).includes('?');
}
