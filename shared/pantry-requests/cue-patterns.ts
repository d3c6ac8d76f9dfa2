import { remembered } from '#shared/language/remembered.ts';
import type { Token } from '#shared/quantities/tokens.ts';

/** How far apart the words of a pattern may stand around `..`. */
const MAX_GAP = 6;

/**
 * The places of the words of a pattern in a run of tokens, the gaps left out: words one after the
 * other, `psuj*` for all that begin so, `a|b` for either, `..` for a few other words or none.
 */
export function findPattern(pattern: string, tokens: readonly Token[]): number[] | undefined {
  const parts = partsOf(pattern);
  for (let from = 0; from < tokens.length; from += 1) {
    const places = matchFrom(parts, 0, tokens, from);
    if (places !== undefined) return places;
  }
  return undefined;
}

/** A gap, or the words of which one stands there. */
type Part = '..' | readonly string[];

/** The tables of cues have some hundreds of patterns, and each message is held against all of them. */
const partsOf = remembered(5_000, (pattern: string): readonly Part[] =>
  pattern.split(' ').map((part) => (part === '..' ? part : part.split('|'))),
);

/** A pattern has few words, and a gap is tried from the shortest on. */
function matchFrom(
  parts: readonly Part[],
  next: number,
  tokens: readonly Token[],
  at: number,
): number[] | undefined {
  const part = parts[next];
  if (part === undefined) return [];
  if (part !== '..') {
    if (!isWord(part, tokens[at])) return undefined;
    const places = matchFrom(parts, next + 1, tokens, at + 1);
    return places && [at, ...places];
  }
  for (let gap = 0; gap <= MAX_GAP && at + gap < tokens.length; gap += 1) {
    const places = matchFrom(parts, next + 1, tokens, at + gap);
    if (places !== undefined) return places;
  }
  return undefined;
}

function isWord(words: readonly string[], token: Token | undefined): boolean {
  return token?.kind === 'word' && matchesWord(words, token.text);
}

/** `lodow*` is the beginning of a word, anything else a whole one. */
export function matchesWord(patterns: readonly string[], word: string): boolean {
  return patterns.some((one) =>
    one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one,
  );
}
