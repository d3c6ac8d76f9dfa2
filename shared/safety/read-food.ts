import { type Claims, readClaims } from './claims.ts';
import words from './data/words.json' with { type: 'json' };
import type { Entry, Language, Substance } from './lexicon-row.ts';
import { type Match, scan } from './scan.ts';
import { foldWord, type Token, tokenise } from './tokens.ts';

/** What was read about one substance: where, from which words, and how sure. */
export interface Finding {
  readonly substance: Substance;
  readonly level: 'contains' | 'may-contain';
  readonly entry: Entry;
  /** The words as they are written, and their offsets. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

export interface FoodReading {
  readonly tokens: readonly Token[];
  readonly findings: readonly Finding[];
  /** Every food named and not said to be absent, those without allergens too. */
  readonly named: readonly Named[];
  /** Whether any of the words is food that somebody wrote down; prose is not asked. */
  readonly known: boolean;
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
const FUNCTION_WORDS: ReadonlySet<string> = new Set(words.function.map(foldWord));
const POLISH: ReadonlySet<string> = new Set(words.polish.map(foldWord));
const ENGLISH: ReadonlySet<string> = new Set(words.english.map(foldWord));

/**
 * Reads which foods a text names. `whole`: the text is the name of one ingredient or product, so single
 * words may be meant that would be too ambiguous in prose.
 */
export function readFood(
  text: string,
  { whole = false, language }: { whole?: boolean; language?: Language } = {},
): FoodReading {
  const tokens = tokenise(text);
  const matches = scan(tokens, { whole, language: language ?? languageOf(text, tokens) });
  const claims = readClaims(tokens, matches);
  const named: Named[] = [];
  const findings: Finding[] = [];
  for (const match of matches) {
    const denied = isWithin(match, claims.absent);
    const absent = denied && (match.entry.kind !== 'part' || isDeniedWhole(match));
    if (absent) continue;
    const traces = isWithin(match, claims.may);
    named.push({ match, traces });
    const lowered = match.entry.kind === 'implied' ? loweredCodes(match) : [];
    for (const [codes, level] of [
      [match.entry.has, traces ? 'may-contain' : 'contains'],
      [match.entry.may, 'may-contain'],
    ] as const) {
      for (const substance of codes) {
        if (!lowered.includes(substance)) findings.push(finding(match, substance, level));
      }
    }
  }
  const known = matches.some(({ entry }) => entry.kind !== 'vague');
  const lactoseFree = matches.some(
    (match) => match.entry.kind === 'part' && isWithin(match, claims.absent),
  );
  return { tokens, findings, named, known, lactoseFree, claims };

  /** `free from lactose and milk`: with the whole its part is gone too. */
  function isDeniedWhole({ from, entry }: Match): boolean {
    const near = claims.lowering.filter(({ at }) => Math.abs(at - from) <= LIST_LENGTH);
    return entry.has.every((code) => near.some(({ codes }) => codes.includes(code)));
  }

  function finding(match: Match, substance: Substance, level: Finding['level']): Finding {
    const start = tokens[match.from]?.start ?? 0;
    const end = tokens[match.to - 1]?.end ?? start;
    return { substance, level, entry: match.entry, words: text.slice(start, end), start, end };
  }

  function loweredCodes(match: Match): Substance[] {
    return claims.lowering
      .filter(({ at, to }) => {
        if (match.to <= at) return at - match.to <= 3 && isOneClause(match.to, at);
        return match.from >= to && match.from - to <= 2 && isOneClause(to, match.from);
      })
      .flatMap(({ codes }) => codes);
  }

  /** No other food joins in between: `bread with gluten-free sausage` is bread. */
  function isOneClause(from: number, to: number): boolean {
    for (let at = from; at <= to; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.gap === 'dot' || token.gap === 'line' || token.gap === 'colon') return false;
      if (token.gap === 'comma' && !whole) return false;
      if (at < to && FUNCTION_WORDS.has(token.word)) return false;
    }
    return true;
  }
}

function isWithin({ from, to }: Match, indexes: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (!indexes.has(at)) return false;
  return true;
}

/** Which language the small words are of; null when that is unclear. */
function languageOf(text: string, tokens: readonly Token[]): Language | null {
  const polish = tokens.filter(({ word }) => POLISH.has(word)).length;
  const english = tokens.filter(({ word }) => ENGLISH.has(word)).length;
  const marks = /[ąćęłńóśźż]/i.test(text) ? 1 : 0;
  if (polish + marks === english) return null;
  return polish + marks > english ? 'pl' : 'en';
}
