import claims from './data/claims.json' with { type: 'json' };
import { isForm, polishStems, type Stem } from './inflect-polish.ts';
import type { Substance } from './lexicon-row.ts';
import { SUBSTANCES } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { foldWord, type Token, tokenise } from './tokens.ts';

export interface Claims {
  /** Words said not to be there. */
  readonly absent: ReadonlySet<number>;
  /** Words said to be there perhaps, as traces. */
  readonly may: ReadonlySet<number>;
  /** What implied foods around these words are said to do without. */
  readonly lowering: readonly { at: number; to: number; codes: readonly Substance[] }[];
}

type Spelling = readonly string[];
const spelled = (texts: readonly string[]): Spelling[] =>
  texts.map((text) => tokenise(text).map(({ word }) => word)).sort((a, b) => b.length - a.length);
const folded = (texts: readonly string[]) => new Set(texts.map(foldWord));

const ABSENT = spelled(claims.absent);
const MAY = spelled(claims.may);
const PRESENT = spelled(claims.present);
const DOUBLE = folded(claims.double);
const SKIPPED = folded(claims.skipped);
const CONNECTORS = folded(claims.connectors);
const CLOSING = folded(claims.closing);
const POLISH = folded(claims.continued.pl);
const ENGLISH = folded(claims.continued.en);
const NONE: ReadonlySet<string> = new Set(['']);
const FREE = 'free';
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
 */
export function readClaims(tokens: readonly Token[], matches: readonly Match[]): Claims {
  const absent = new Set<number>();
  const may = new Set<number>();
  const lowering: { at: number; to: number; codes: readonly Substance[] }[] = [];
  const longest = (from: number) => longestAt(matches, from);

  for (let at = 0; at < tokens.length; at += 1) {
    const negation = spellingAt(tokens, at, ABSENT);
    if (negation > 0 && !DOUBLE.has(tokens[at - 1]?.word ?? '')) denyFrom(at, at + negation);
    const free = freeAfter(at);
    if (free !== null) deny(at, free.to, free.codes, free.end);
    const trace = spellingAt(tokens, at, MAY);
    if (trace > 0) for (const index of sentence(at + trace)) may.add(index);
    lowerFrom(at);
  }
  return { absent, may, lowering };

  function denyFrom(at: number, next: number): void {
    let from = next;
    while (from < next + 4 && SKIPPED.has(tokens[from]?.word ?? '') && longest(from) === null)
      from += 1;
    if (!follows(from)) return;
    let item = longest(from);
    if (item === null) return;
    deny(at, item.to, codesOf(from, item.to), item.to);
    for (let more = item.to; ; more = item.to) {
      const joined = CONNECTORS.has(tokens[more]?.word ?? '') && tokens[more]?.gap !== 'dot';
      const start = joined ? more + 1 : more;
      if (!joined && tokens[start]?.gap !== 'comma') return;
      item = longest(start);
      if (item === null || !continues(start, item.to, joined, tokens[at]?.word === FREE)) return;
      deny(at, item.to, codesOf(start, item.to), item.to, start);
    }
  }

  /** Whether the claim goes on to this item: only bare names do, in Polish only in the genitive. */
  function continues(from: number, to: number, joined: boolean, freeFrom: boolean): boolean {
    const words = tokens.slice(from, to).map(({ word }) => word);
    if (words.every((word) => POLISH.has(word))) return true;
    if (!words.every((word) => ENGLISH.has(word))) return false;
    return joined || closes(to, freeFrom ? CONNECTORS : CLOSING);
  }

  /** Whether the list goes on to `or x`; after `free from` an `and x` says the same. */
  function closes(from: number, closing: ReadonlySet<string>): boolean {
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.gap === 'dot' || token.gap === 'line') return false;
      if (closing.has(token.word)) return ENGLISH.has(tokens[at + 1]?.word ?? '');
      if (!ENGLISH.has(token.word)) return false;
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
  }

  /** `gluten-free`, `nut free` */
  function freeAfter(at: number): { to: number; end: number; codes: Substance[] } | null {
    const item = longest(at);
    if (item === null) return null;
    const free = tokens[item.to];
    if (free?.word !== 'free' || free.gap !== 'joined') return null;
    const after = tokens[item.to + 1];
    if (after?.gap === 'joined' && ['range', 'from', 'of'].includes(after.word)) return null;
    return { to: item.to, end: item.to + 1, codes: codesOf(at, item.to) };
  }

  function lowerFrom(at: number): void {
    const word = tokens[at]?.word ?? '';
    if (word.startsWith('bez') && word.length > 6) {
      const codes = codesOf(at, at + 1);
      if (codes.length > 0) deny(at, at + 1, codes, at + 1);
    }
    for (const { words, codes } of LOWER) {
      const fits = words.every((stems, index) => isForm(tokens[at + index]?.word ?? '', stems));
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
    const gap = tokens[at]?.gap;
    return gap === 'joined' || gap === 'colon';
  }

  /** The words up to the end of the sentence, or to where it says what is in it for certain. */
  function sentence(from: number): number[] {
    const indexes: number[] = [];
    for (let at = from; at < tokens.length; at += 1) {
      const gap = tokens[at]?.gap;
      if (at > from && (gap === 'dot' || gap === 'line')) break;
      if (spellingAt(tokens, at, PRESENT) > 0) break;
      indexes.push(at);
    }
    return indexes;
  }
}

function longestAt(matches: readonly Match[], from: number): Match | null {
  let longest: Match | null = null;
  for (const match of matches) {
    if (match.from === from && match.to > (longest?.to ?? 0)) longest = match;
  }
  return longest;
}

/** How many words of one of the spellings stand here; 0 for none. */
function spellingAt(tokens: readonly Token[], at: number, spellings: readonly Spelling[]): number {
  for (const spelling of spellings) {
    if (spelling.every((word, index) => tokens[at + index]?.word === word)) return spelling.length;
  }
  return 0;
}
