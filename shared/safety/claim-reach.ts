import type { Claims } from './claims.ts';
import claimWords from './data/claims.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import { FUNCTION_WORDS } from './function-words.ts';
import type { Substance } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { gapAt, wordAt } from './sentences.ts';
import { foldedWords, type Token } from './tokens.ts';

/** `naleśniki z tego przepisu robi się bez jajek` */
const MAKING = foldedWords(claimWords.making);
const MAKING_REACH = 12;
/** `no flour, so the burgers …`, `we never put prawns in our paella` */
const THUS = foldedWords(claimWords.thus);
const THUS_REACH = 7;
/** `this cake is made without eggs` is one clause. */
const COPULAS = foldedWords(words.copulas);
/** Words that may stand between a food and what is said of it, behind and before the food. */
const REACH_BACK = 3;
const REACH_ON = 2;

/** Which codes the claims of a text take from a food that only implies them. */
export interface ClaimReach {
  /** What is said right before or behind it to be left out: `chleb bez glutenu`. */
  readonly surely: (match: Match) => Substance[];
  /** What may be meant of it too. */
  readonly perhaps: (match: Match) => Substance[];
}

/**
 * @param named foods that the text names and that are there
 * @param whole the text is the name of one ingredient or product; there a comma does not always part foods
 */
export function claimReach(
  tokens: readonly Token[],
  matches: readonly Match[],
  named: readonly Match[],
  { absent, lowering, weakening }: Claims,
  whole: boolean,
): ClaimReach {
  return {
    surely: (match) => beside(match, lowering, 'surely'),
    perhaps: (match) => [
      ...beside(match, lowering, 'perhaps'),
      ...beside(match, weakening, 'surely'),
      ...further(match),
    ],
  };

  function beside(match: Match, said: Claims['lowering'], how: 'surely' | 'perhaps'): Substance[] {
    return said.filter((claim) => reachOf(claim, match) === how).flatMap(({ codes }) => codes);
  }

  function reachOf({ at, to }: Claims['lowering'][number], match: Match): string | null {
    if (match.to <= at) {
      if (isAddedAs(match.to, at, to)) return 'perhaps';
      if (at - match.to > REACH_BACK || !isOneClause(match.to, at)) return null;
      if (!hasItem(match.to, at)) return 'surely';
      // `ciastka, czekolada, bez glutenu` may mean all of it, `chleb, masło bez glutenu` the butter.
      return gapAt(tokens, at) === 'joined' ? null : 'perhaps';
    }
    if (match.from < to || match.from - to > REACH_ON || !isOneClause(to, match.from)) return null;
    // `masło bez glutenu, chleb`, `gluten-free butter, bread`
    const isOfOther = endsFood(at) || hasFood(to, match.from);
    return isOfOther && hasComma(to, match.from) ? null : 'surely';
  }

  /** `w bułce, ale bezglutenowej`; but `chleb, ale bezglutenowy też` goes on and speaks of other bread. */
  function isAddedAs(from: number, at: number, to: number): boolean {
    if (!isComma(from) || at !== from + 1 || gapAt(tokens, at) !== 'joined') return false;
    const adds = /^(?:ale|lecz|byle|oczywiscie|koniecznie|tylko|but|only)$/;
    return adds.test(wordAt(tokens, from)) && gapAt(tokens, to) !== 'joined';
  }

  /** Whether another food stands there that a comma parts from what is before. */
  function hasItem(from: number, to: number): boolean {
    return whole && isComma(from) && hasFood(from, to);
  }

  function hasFood(from: number, to: number): boolean {
    return matches.some((match) => match.from >= from && match.to <= to && isFood(match));
  }

  function hasComma(from: number, to: number): boolean {
    for (let at = from; at <= to; at += 1) if (isComma(at)) return true;
    return false;
  }

  function isComma(at: number): boolean {
    return gapAt(tokens, at) === 'comma';
  }

  function endsFood(at: number): boolean {
    return (
      gapAt(tokens, at) === 'joined' && matches.some((match) => match.to === at && isFood(match))
    );
  }

  function isFood({ entry, from }: Match): boolean {
    return entry.kind !== 'vague' && !absent.has(from);
  }

  /** What the sentence says a dish to be made without, where no other dish stands between. */
  function further(match: Match): Substance[] {
    return weakening
      .filter(({ at, to }) =>
        at >= match.to
          ? at - match.to <= MAKING_REACH && (isMadeSo(match.to, at) || isAddedTo(match.to, at, to))
          : match.from - to <= THUS_REACH && isThus(to, match.from),
      )
      .flatMap(({ codes }) => codes);
  }

  /** Whether what was said to be left out before leads to the dish here. */
  function isThus(from: number, to: number): boolean {
    const between = tokens.slice(from, to + 1);
    if (between.some(({ gap }) => gap === 'dot' || gap === 'line')) return false;
    const leads = [...between, ...tokens.slice(to + 1, to + 3)].some(({ word }) => THUS.has(word));
    return (leads || between.some(({ gap }) => gap === 'colon')) && !hasDish(from, to);
  }

  function isMadeSo(from: number, at: number): boolean {
    const between = tokens.slice(from, at + 1);
    // `rosół z kury bez makaronu i bez selera`
    const isChain = between.some((_, index) => absent.has(from + index) && from + index < at);
    if (!isChain && !between.some(({ word }) => MAKING.has(word))) return false;
    if (between.some(({ gap }) => gap === 'dot' || gap === 'line' || gap === 'colon')) return false;
    return !hasDish(from, at);
  }

  /** `naleśniki z gryki, bez mleka i jaj`: all that a clause says at the end of its sentence. */
  function isAddedTo(from: number, at: number, to: number): boolean {
    if (whole || (gapAt(tokens, to) === 'joined' && !isLeftOut(to))) return false;
    let start = at;
    while (start > from && gapAt(tokens, start) === 'joined' && isLeftOut(start - 1)) start -= 1;
    const between = tokens.slice(from, start + 1);
    if (between.some(({ gap }) => gap === 'dot' || gap === 'line' || gap === 'colon')) return false;
    if (!isComma(start) || !/^(?:bez|without|no)$/.test(wordAt(tokens, start))) return false;
    return !named.some((other) => isDishIn(other, from, start));
  }

  function isLeftOut(at: number): boolean {
    return absent.has(at) || /^(?:i|ani|oraz|and|or|bez|without)$/.test(wordAt(tokens, at));
  }

  function isDishIn({ entry, ...match }: Match, from: number, to: number): boolean {
    return entry.kind === 'implied' && match.from >= from && match.to <= to;
  }

  function hasDish(from: number, to: number): boolean {
    return named.some(
      (match) =>
        match.from >= from && match.to <= to && ['implied', 'vague'].includes(match.entry.kind),
    );
  }

  /** No other food joins in between: `bread with gluten-free sausage` is bread. */
  function isOneClause(from: number, to: number): boolean {
    for (let at = from; at <= to; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.gap === 'dot' || token.gap === 'line' || token.gap === 'colon') return false;
      if (token.gap === 'comma' && !whole) return false;
      const joins = COPULAS.has(token.word) || absent.has(at) || absent.has(at - 1);
      if (at < to && FUNCTION_WORDS.has(token.word) && !joins) return false;
    }
    return true;
  }
}
