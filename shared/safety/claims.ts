import { absenceAt, comesLater, hasNegativeBefore } from './absence.ts';
import claims from './data/claims.json' with { type: 'json' };
import { deniedObjects } from './denied-objects.ts';
import { isDoneAfterAll } from './done-after-all.ts';
import { isForm, polishStems, type Stem } from './inflect-polish.ts';
import { isKitchenWord } from './kitchen-words.ts';
import type { Language, Substance } from './lexicon-row.ts';
import { SUBSTANCES } from './lexicon-row.ts';
import { isPlainAbsence } from './plain-absence.ts';
import { isInstrument, itemsBefore } from './replaced.ts';
import type { Match } from './scan.ts';
import { beginsSentence, gapAt, joinedWordAt, wordAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import { foldedWords, type Token, tokenise } from './tokens.ts';

export interface Claims {
  /** Words said not to be there. */
  readonly absent: ReadonlySet<number>;
  /** Words said not to be there in a sentence that leaves open what it means. */
  readonly doubtful: ReadonlySet<number>;
  /** Words said to be there perhaps, as traces. */
  readonly may: ReadonlySet<number>;
  /** What implied foods around these words are said to do without. */
  readonly lowering: readonly Lowering[];
  /** What they may still have: `pesto bez sera` has no cheese and perhaps other milk. */
  readonly weakening: readonly Lowering[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Lowering {
  readonly at: number;
  readonly to: number;
  readonly codes: readonly Substance[];
}

const MAY = spelled(claims.may);
const PRESENT = spelled(claims.present);
const SKIPPED = foldedWords(claims.skipped);
/** `bez świeżego mleka`, `without grated cheese`: how the food is stands between. */
const isSkipped = (word: string) =>
  SKIPPED.has(word) || (/(?:ego|ej|ych|ed)$/.test(word) && isKitchenWord(word));
const CONNECTORS = foldedWords(claims.connectors);
const CLOSING = foldedWords(claims.closing);
const ONLY = foldedWords(claims.only);
const SWAPS = foldedWords(claims.swaps);
const LEFT_OUT = spelled(claims.leftOut);
const POLISH = foldedWords(claims.continued.pl);
const ENGLISH = foldedWords(claims.continued.en);
const NONE: ReadonlySet<string> = new Set(['']);
const LOWER = Object.entries(claims.lower).map(([text, lowers]) => ({
  words: tokenise(text).map(({ word }) => [...polishStems(word), [word, NONE] satisfies Stem]),
  codes: SUBSTANCES.filter((code) =>
    Object.entries(claims.lowered).some(([name, list]) => name === lowers && list.includes(code)),
  ),
}));

/**
 * What a text claims about foods it names: that they are not in it, or only as traces. A claim counts
 * for the words it is made of and for foods beside it that only imply the allergen (`chleb bez
 * glutenu`); whatever else names the allergen stays a hit.
 * @param prose the text where it is prose: there verbs say what is not taken, in a name they do not
 */
export function readClaims(
  tokens: readonly Token[],
  matches: readonly Match[],
  language: Language | null,
  prose: string | null,
): Claims {
  const absent = new Set<number>();
  const doubtful = new Set<number>();
  const may = new Set<number>();
  const lowering: Lowering[] = [];
  const weakening: Lowering[] = [];
  const longest = (from: number) => longestAt(matches, from);

  for (let at = 0; at < tokens.length; at += 1) {
    const negation = absenceAt(tokens, at, language);
    if (negation > 0) denyFrom(at, at + negation);
    const free = freeAfter(at);
    if (free !== null && !hasNegativeBefore(tokens, at)) deny(at, free.to, free.codes, free.end);
    const trace = spellingAt(tokens, at, MAY);
    if (trace > 0) for (const index of sentence(at + trace)) may.add(index);
    lowerFrom(at);
  }
  const objects = prose === null ? [] : deniedObjects(prose, tokens, matches);
  for (const { from, to } of objects) deny(from, to, codesOf(from, to), to);
  return { absent, doubtful, may, lowering, weakening };

  function denyFrom(at: number, next: number): void {
    const swaps = SWAPS.has(wordAt(tokens, at));
    // `free from: milk, soya` is a label's list and ends where it ends.
    const isLabel = gapAt(tokens, next) === 'colon';
    const takesAnd = swaps || wordAt(tokens, at) === 'free';
    // `masło zastąp oliwą`: what stands behind comes in instead.
    if (swaps && denyBefore(at, next)) return;
    const from = skipped(next);
    let item = follows(from) ? longest(from) : null;
    // `masło pomijamy, smażymy na smalcu`
    const leftOut = item === null ? spellingAt(tokens, at, LEFT_OUT) : 0;
    if (leftOut > 0 && !comesLater(tokens, at + leftOut)) denyBefore(at, next);
    if (item === null || (swaps && isInstrument(tokens, item))) return;
    if (isDoneAfterAll(tokens, matches, item.to)) return;
    if (ONLY.has(joinedWordAt(tokens, item.to)) || comesLater(tokens, item.to)) return;
    const foods = [{ from, to: item.to }];
    for (let more = item.to; item !== null; more = item.to) {
      const joined = CONNECTORS.has(wordAt(tokens, more)) && tokens[more]?.gap !== 'dot';
      const start = joined ? more + 1 : more;
      if (!joined && gapAt(tokens, start) !== 'comma') break;
      item = longest(start);
      if (item === null || !continues(start, item.to, joined || isLabel, takesAnd)) break;
      foods.push({ from: start, to: item.to });
    }
    denyAll(at, next, foods);
  }

  /** Denies foods, the words of the claim with the first of them. */
  function denyAll(at: number, to: number, foods: readonly Span[]): void {
    const all = { from: foods[0]?.from ?? to, to: foods.at(-1)?.to ?? to };
    const claim = { at, to, foods: all, swaps: SWAPS.has(wordAt(tokens, at)) };
    const isPlain = prose === null || isPlainAbsence(prose, tokens, matches, claim);
    for (const [index, food] of foods.entries()) {
      const start = index === 0 ? Math.min(at, food.from) : food.from;
      if (isPlain) deny(Math.min(at, start), food.to, codesOf(food.from, food.to), food.to, start);
      else for (let word = food.from; word < food.to; word += 1) doubtful.add(word);
    }
  }

  /** Past the words that may stand between a claim and the food: `bez dodatku świeżego mleka`. */
  function skipped(next: number): number {
    let from = next;
    while (from < next + 4 && isSkipped(wordAt(tokens, from)) && isNothing(longest(from)))
      from += 1;
    return from;
  }

  /** Says of what stands right before the word that it is not there. */
  function denyBefore(at: number, to: number): boolean {
    const items = itemsBefore(tokens, matches, at);
    if (items.length > 0) denyAll(at, to, items);
    return items.length > 0;
  }

  /** Whether the claim goes on to this item: only bare names do, in Polish only in the genitive. */
  function continues(from: number, to: number, joined: boolean, freeFrom: boolean): boolean {
    const names = tokens.slice(from, to).map(({ word }) => word);
    if (names.every((word) => POLISH.has(word))) return !goesOn(to, joined);
    if (!names.every((word) => ENGLISH.has(word))) return false;
    return joined || closes(to, freeFrom ? CONNECTORS : CLOSING);
  }

  /** An amount behind it, or anything behind a comma's item, begins something new: `bez mleka, jaj 3 szt.` */
  function goesOn(to: number, joined: boolean): boolean {
    const next = joinedWordAt(tokens, to);
    return /^\d/.test(next) || !(next === '' || joined || CONNECTORS.has(next));
  }

  /** Whether the list goes on to `or x`; after `free from` an `and x` says the same. */
  function closes(from: number, closing: ReadonlySet<string>): boolean {
    for (let at = from; !beginsSentence(tokens, at); at += 1) {
      const word = wordAt(tokens, at);
      if (closing.has(word)) return ENGLISH.has(wordAt(tokens, at + 1));
      if (!ENGLISH.has(word)) return false;
    }
    return false;
  }

  function deny(
    at: number,
    to: number,
    codes: readonly Substance[],
    end: number,
    from: number = at,
  ): void {
    for (let index = from; index < to; index += 1) absent.add(index);
    if (codes.length > 0) lowering.push({ at, to: end, codes });
    const named = matches.filter((match) => match.from >= from && match.to <= end);
    weakening.push({ at, to: end, codes: named.flatMap(({ entry }) => entry.has) });
  }

  /** `gluten-free`, `nut free` */
  function freeAfter(at: number): { to: number; end: number; codes: Substance[] } | null {
    const item = longest(at);
    if (item === null) return null;
    if (joinedWordAt(tokens, item.to) !== 'free') return null;
    if (/^(?:range|from|of)$/.test(joinedWordAt(tokens, item.to + 1))) return null;
    return { to: item.to, end: item.to + 1, codes: codesOf(at, item.to) };
  }

  function lowerFrom(at: number): void {
    const word = wordAt(tokens, at);
    const says =
      (word.startsWith('bez') && word.length > 6) || (word.endsWith('less') && word.length > 6);
    if (says && !hasNegativeBefore(tokens, at)) {
      const isPart = matches.some((match) => match.from === at && match.entry.kind === 'part');
      const codes = codesOf(at, at + 1);
      if (codes.length > 0 || isPart) deny(at, at + 1, codes, at + 1);
    }
    for (const { words, codes } of LOWER) {
      const fits = words.every((stems, index) => isForm(wordAt(tokens, at + index), stems));
      if (fits) lowering.push({ at, to: at + words.length, codes });
    }
  }

  /** What the words name as a whole allergen. */
  function codesOf(from: number, to: number): Substance[] {
    return matches
      .filter((match) => match.from >= from && match.to <= to && match.entry.kind === 'general')
      .flatMap(({ entry }) => entry.has);
  }

  function follows(at: number): boolean {
    const gap = gapAt(tokens, at);
    return gap === 'joined' || gap === 'colon';
  }

  /** The words up to the end of the sentence, or to where it says what is in it for certain. */
  function sentence(from: number): number[] {
    const indexes: number[] = [];
    for (let at = from; at < tokens.length; at += 1) {
      if (at > from && beginsSentence(tokens, at)) break;
      if (spellingAt(tokens, at, PRESENT) > 0) break;
      indexes.push(at);
    }
    return indexes;
  }
}

/** No food, or a word that says too little to be one. */
function isNothing(match: Match | null): boolean {
  return match === null || match.entry.kind === 'vague';
}

function longestAt(matches: readonly Match[], from: number): Match | null {
  let longest: Match | null = null;
  for (const match of matches) {
    if (match.from === from && match.to > (longest?.to ?? 0)) longest = match;
  }
  return longest;
}
