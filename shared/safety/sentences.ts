import type { Token } from './tokens.ts';

/** How many words of a sentence count as near. */
const NEAR = 8;

/** Whether a full stop or a line break stands before a word, or no word is there. */
export function beginsSentence(tokens: readonly Token[], at: number): boolean {
  return ['dot', 'line'].includes(tokens[at]?.gap ?? 'line');
}

/** Where the sentence around a word ends. */
export function sentenceEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  while (end < tokens.length && !beginsSentence(tokens, end)) end += 1;
  return Math.min(end, tokens.length);
}

/** The words around one in its sentence. */
export function wordsNear(tokens: readonly Token[], at: number): string[] {
  let from = at;
  while (from > at - NEAR && !beginsSentence(tokens, from)) from -= 1;
  let to = at + 1;
  while (to < at + NEAR && !beginsSentence(tokens, to)) to += 1;
  return tokens.slice(Math.max(0, from), to).map(({ word }) => word);
}

/** Whether a question mark stands behind the word before `end`. */
export function endsInQuestion(text: string, tokens: readonly Token[], end: number): boolean {
  const last = tokens[end - 1];
  return last !== undefined && text.slice(last.end, tokens[end]?.start).includes('?');
}
