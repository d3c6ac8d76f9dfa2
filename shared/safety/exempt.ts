import data from './data/exempt.json' with { type: 'json' };
import type { Entry, Substance } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { gapAt, wordAt } from './sentences.ts';
import { foldWord, type Token } from './tokens.ts';

export type ExemptReason = keyof typeof data.reasons;

/** A word that names an allergen's source, where what is made of it is exempt. */
export interface Exemption {
  readonly match: Match;
  readonly substance: Substance;
  readonly reason: ExemptReason;
}

/** Why Annex II to Regulation (EU) No 1169/2011 does not count it, as people are told. */
export const EXEMPT_REASONS: Readonly<
  Record<ExemptReason, { readonly pl: string; readonly en: string }>
> = data.reasons;

const REACH = 8;
const THROUGH: ReadonlySet<string> = new Set(data.through.map(foldWord));
/** `syrop glukozowo-fruktozowy z pszenicy`, `natural mixed tocopherols from soya` */
const BETWEEN =
  /^(?:oil|olej|syrop|syrup|mixed|natural|sterol|ester|alkohol|alcohol|fruktoz|fructose|czyst|pure|blend|single|aromat|based|żelatyn|zelatyn|gelatin)/;
const FULLY = data.fully.map(foldWord);
const RULES = data.exemptions.map(({ code, made, from, reason }) => ({
  code,
  made: made.map(foldWord),
  from: from.map(foldWord),
  reason: reasonOf(reason),
}));

const FULLY_SAID = /^(?:pelni|fully|calkowicie)$/;

/**
 * What is made from an allergen and yet named as an exception: `syrop glukozowy z pszenicy`, `fully refined
 * soya oil`, `rye vodka`. Only the word for the source is exempt, in the same item as what is made of it.
 */
export function exemptions(tokens: readonly Token[], matches: readonly Match[]): Exemption[] {
  return matches.flatMap((match) => {
    if (isLactitol(match.entry)) return [{ match, substance: 'milk', reason: 'lactitol' } as const];
    const rule = RULES.find(({ code, made, from }) => {
      const hasIt = match.entry.has.some((has) => has === code);
      return hasIt && isNamedBy(match, from) && isBeside(match, made);
    });
    if (rule === undefined) return [];
    const substance = match.entry.has.find((has) => has === rule.code);
    return substance === undefined ? [] : [{ match, substance, reason: rule.reason }];
  });

  /** Other words with the allergen (`piwo` beside whisky) are not what it is made from. */
  function isNamedBy({ from, to }: Match, stems: readonly string[]): boolean {
    return tokens.slice(from, to).some(({ word }) => stems.some((stem) => word.startsWith(stem)));
  }

  /** Right beside it, or further with only words like `from` between. */
  function isBeside({ from, to }: Match, made: readonly string[]): boolean {
    return isMade(from - 1, -1, made) || isMade(to, 1, made);
  }

  function isMade(start: number, step: 1 | -1, made: readonly string[]): boolean {
    for (let at = start; Math.abs(at - start) < REACH; at += step) {
      const word = wordAt(tokens, at);
      const gap = gapAt(tokens, step === 1 ? at : at + 1);
      // `tocopherols (E306) from soya`
      if (!/^(?:joined|bracket|colon)$/.test(gap) && word !== 'e306') return false;
      if (made.some((stem) => word.startsWith(stem))) {
        return !FULLY.some((stem) => word.startsWith(stem)) || isFully(at);
      }
      // `vodka of rye`, but `pasta with vodka`: only what it is made from stands behind such words.
      const passes = (step === -1 && THROUGH.has(word) && !isWith(at)) || saysFully(at);
      if (!passes && !BETWEEN.test(word)) return false;
    }
    return false;
  }

  /** `wódka z mąką`: with the instrumental `z` is `with`. */
  function isWith(at: number): boolean {
    if (!/^ze?$/.test(wordAt(tokens, at))) return false;
    return /(?:ą|em|ami|ym|im)$/.test(tokens[at + 1]?.letters ?? '');
  }

  /** `refined` alone says too little. */
  function isFully(at: number): boolean {
    return FULLY_SAID.test(wordAt(tokens, at - 1));
  }

  /** `olej sojowy w pełni rafinowany`: the words between the two. */
  function saysFully(at: number): boolean {
    const word = wordAt(tokens, at);
    return FULLY_SAID.test(word) || (word === 'w' && FULLY_SAID.test(wordAt(tokens, at + 1)));
  }
}

function isLactitol(entry: Entry): boolean {
  return entry.kind === 'exempt';
}

function reasonOf(name: string): ExemptReason {
  if (isReason(name)) return name;
  throw new Error(`no reason “${name}” for an exemption`);
}

function isReason(name: string): name is ExemptReason {
  return name in data.reasons;
}
