import type { Claims } from './claims.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import type { Substance } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { gapAt, joinedWordAt, wordAt } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Words between the claim and `o smaku`, and the words of a flavour: `wegańskie plastry o smaku sera edam`. */
const REACH = 3;
const FLAVOUR_LENGTH = 2;
const NONE: readonly Substance[] = [];

/**
 * What a flavour no longer brings for certain, because the food that has it is said to be without: `plastry
 * roślinne o smaku gouda` have no milk, as far as their name goes. They still may.
 */
export function leftOpenByFlavour(
  tokens: readonly Token[],
  { lowering }: Claims,
): (match: Match) => readonly Substance[] {
  return ({ from, to }) => {
    const start = flavourOf(from, to);
    if (start === null) return NONE;
    const claims = lowering.filter((claim) => claim.to <= start && isOneName(claim.at, start));
    return claims.flatMap(({ codes }) => codes);
  };

  /** Where `o smaku` stands before the words. */
  function flavourOf(from: number, to: number): number | null {
    for (let at = from; to - at <= FLAVOUR_LENGTH; at -= 1) {
      const isFlavour = joinedWordAt(tokens, at - 1) === 'smaku' && wordAt(tokens, at - 2) === 'o';
      if (isFlavour && gapAt(tokens, at) === 'joined') return at - 2;
      if (gapAt(tokens, at) !== 'joined' || FUNCTION_WORDS.has(wordAt(tokens, at - 1))) return null;
    }
    return null;
  }

  function isOneName(claim: number, start: number): boolean {
    const between = tokens.slice(claim + 1, start + 1);
    return between.length <= REACH && between.every(({ gap }) => gap === 'joined');
  }
}
