import type { Token } from '#shared/quantities/tokens.ts';

/** How far apart the words of a pattern may stand around `..`. */
const MAX_GAP = 6;

/**
 * The places of the words of a pattern in a run of tokens, the gaps left out: words one after the
 * other, `psuj*` for all that begin so, `a|b` for either, `..` for a few other words or none.
 */
export function findPattern(pattern: string, tokens: readonly Token[]): number[] | undefined {
  const parts = pattern.split(' ');
  for (let from = 0; from < tokens.length; from += 1) {
    const places = matchFrom(parts, tokens, from);
    if (places !== undefined) return places;
  }
  return undefined;
}

/** A pattern has few words, and a gap is tried from the shortest on. */
function matchFrom(
  [part, ...rest]: readonly string[],
  tokens: readonly Token[],
  at: number,
): number[] | undefined {
  if (part === undefined) return [];
  if (part !== '..') {
    if (!isWord(part, tokens[at])) return undefined;
    const places = matchFrom(rest, tokens, at + 1);
    return places && [at, ...places];
  }
  for (let gap = 0; gap <= MAX_GAP && at + gap < tokens.length; gap += 1) {
    const places = matchFrom(rest, tokens, at + gap);
    if (places !== undefined) return places;
  }
  return undefined;
}

function isWord(part: string, token: Token | undefined): boolean {
  return token?.kind === 'word' && matchesWord(part.split('|'), token.text);
}

/** `lodow*` is the beginning of a word, anything else a whole one. */
export function matchesWord(patterns: readonly string[], word: string): boolean {
  return patterns.some((one) =>
    one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one,
  );
}
