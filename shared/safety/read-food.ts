import { claimReach } from './claim-reach.ts';
import { type Claims, readClaims } from './claims.ts';
import { doubted } from './doubts.ts';
import { type ExemptReason, exemptions } from './exempt.ts';
import { leftOpenByFlavour } from './flavours.ts';
import { languageOf } from './language-of.ts';
import type { Entry, Language, Substance } from './lexicon-row.ts';
import { leftOpenByMaking } from './made-only-of.ts';
import { onlyMentioned } from './mentions.ts';
import { leftOpenByFlour } from './other-flour.ts';
import { type Match, scan } from './scan.ts';
import { joinSplitWords } from './split-words.ts';
import { type Token, tokenise } from './tokens.ts';
import { unknownAmounts, unknownWords } from './unknown-words.ts';

/** What was read about one substance: where, from which words, and how sure. */
export interface Finding extends Place {
  readonly substance: Substance;
  readonly level: 'contains' | 'may-contain';
  readonly entry: Entry;
}

/** Words as they are written, and their offsets. */
export interface Place {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** What is made from an allergen and yet named by Annex II as an exception. */
export interface Exempt extends Place {
  readonly substance: Substance;
  readonly reason: ExemptReason;
}

export interface FoodReading {
  readonly tokens: readonly Token[];
  readonly findings: readonly Finding[];
  /** Every food named and not said to be absent, those without allergens too. */
  readonly named: readonly Named[];
  /** Whether any of the words is food that somebody wrote down; prose is not asked. */
  readonly known: boolean;
  /** Words that may be food and that nobody wrote down, one known word beside them or not. */
  readonly unknown: readonly Place[];
  readonly exempt: readonly Exempt[];
  readonly lactoseFree: boolean;
  /** What it says not to be there, or only as traces. */
  readonly claims: Claims;
}

export interface Named {
  readonly match: Match;
  readonly traces: boolean;
}

/** Words that a list of what is absent may be long. */
const LIST_LENGTH = 8;
/** The words of a text; in a name, those that print has torn apart are one. */
export function tokensOf(text: string, whole: boolean): readonly Token[] {
  return whole ? joinSplitWords(tokenise(text)) : tokenise(text);
}

/**
 * Reads which foods a text names. `whole`: the text is the name of one ingredient or product, so single
 * words may be meant that would be too ambiguous in prose.
 */
export function readFood(
  text: string,
  { whole = false, language: known }: { whole?: boolean; language?: Language } = {},
): FoodReading {
  const tokens = tokensOf(text, whole);
  const language = known ?? languageOf(text, tokens);
  const { matches, isKnown } = scan(tokens, { whole, language });
  const claims = readClaims(tokens, matches, language, whole ? null : text);
  const mentioned = onlyMentioned(tokens, matches, { whole, language });
  const doubts = doubted(text, tokens, matches, { whole, language });
  const meant = matches.filter(
    (match) => !isAbsent(match, claims) && !isWithin(match, mentioned.surely),
  );
  const reach = claimReach(tokens, matches, meant, claims, whole);
  const exempt = exemptions(tokens, meant);
  const flavours = leftOpenByFlavour(tokens, claims);
  const leftOpen = [leftOpenByFlour(tokens, meant), leftOpenByMaking(tokens, meant)];
  const named = meant.map((match) => ({ match, traces: isWithin(match, claims.may) }));
  const unknown = (whole ? unknownWords : unknownAmounts)(
    tokens,
    (at) => isKnown(at) || claims.absent.has(at) || mentioned.surely.has(at),
  );
  return {
    tokens,
    findings: surest(named.flatMap(({ match, traces }) => findingsOf(match, traces))),
    named,
    known: matches.some(({ entry }) => entry.kind !== 'vague'),
    unknown: unknown.map(placeOf),
    exempt: exempt.map(({ match, ...rest }) => ({ ...rest, ...placeOf(match) })),
    lactoseFree: matches.some(
      (match) => match.entry.kind === 'part' && isWithin(match, claims.absent),
    ),
    claims: { ...claims, absent: new Set([...claims.absent, ...mentioned.surely]) },
  };

  function findingsOf(match: Match, traces: boolean): Finding[] {
    if (match.entry.kind === 'exempt') return [];
    const isExempt = exempt.filter((one) => one.match === match).map(({ substance }) => substance);
    const said = reach.surely(match);
    const lowered = [...isExempt, ...(match.entry.kind === 'implied' ? said : [])];
    const weakened = [
      ...flavours(match),
      ...(match.entry.kind === 'implied'
        ? [...reach.perhaps(match), ...leftOpen.flatMap((open) => open(match))]
        : []),
    ];
    // `bez laktozy` alone leaves open whether there is milk.
    const isPart = isWithin(match, claims.absent);
    const isDoubtful =
      [mentioned.perhaps, doubts, claims.doubtful].some((words) => isWithin(match, words)) ||
      isQuoted(match);
    const surely = traces || isPart || !match.sure || isDoubtful ? 'may-contain' : 'contains';
    const has = match.entry.has.map((substance) => {
      const level = weakened.includes(substance) ? 'may-contain' : surely;
      return { substance, level } as const;
    });
    const may = match.entry.may.map((substance) => ({ substance, level: 'may-contain' }) as const);
    // `margaryna wolna od mleka`: what any food only may have, a claim beside it settles.
    const possible = may.filter(({ substance }) => !said.includes(substance));
    return [...has, ...possible]
      .filter(({ substance }) => !lowered.includes(substance))
      .map((found) => ({ ...found, entry: match.entry, ...placeOf(match) }));
  }

  /** `the 'crab' cakes`, `„rybka” z selera`, `„jak tuńczykowa”`: it is called so. */
  function isQuoted({ from, to }: Match): boolean {
    const start = tokens[from - 1]?.word === 'jak' ? from - 1 : from;
    return tokens[start]?.opens === true && tokens.slice(from, to).some(({ closes }) => closes);
  }

  function placeOf({ from, to }: { readonly from: number; readonly to: number }): Place {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? start;
    return { words: text.slice(start, end), start, end };
  }
}

/**
 * Without what is said more surely: of the same words, or, where only a part is denied, anywhere
 * (`jogurt bez laktozy` has milk for certain).
 */
function surest(findings: readonly Finding[]): Finding[] {
  const sure = findings.filter(({ level }) => level === 'contains');
  return findings.filter(({ level, substance, start, end, entry }) => {
    if (level === 'contains') return true;
    return !sure.some(
      (other) =>
        other.substance === substance &&
        (entry.kind === 'part' || (other.start === start && other.end === end)),
    );
  });
}

function isAbsent(match: Match, claims: Claims): boolean {
  if (!isWithin(match, claims.absent)) return false;
  return match.entry.kind !== 'part' || isDeniedWhole(match, claims);
}

/** `free from lactose and milk`: with the whole its part is gone too. */
function isDeniedWhole({ from, entry }: Match, { lowering }: Claims): boolean {
  const near = lowering.filter(({ at }) => Math.abs(at - from) <= LIST_LENGTH);
  return entry.has.every((code) => near.some(({ codes }) => codes.includes(code)));
}

function isWithin({ from, to }: Match, indexes: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (!indexes.has(at)) return false;
  return true;
}
