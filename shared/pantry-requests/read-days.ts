import { findDates } from '#shared/dates/find-dates.ts';
import type { Language } from '#shared/language/lemma.ts';
import { type Token, tokens } from '#shared/quantities/tokens.ts';
import { matchesWord } from './cue-patterns.ts';
import words from './data/words.json' with { type: 'json' };

/** Days of a message, where they stand in it, and whether they say how long something keeps. */
export interface SaidDays {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly end: number;
  readonly keeps: boolean;
}

const WITHIN = /^(?:w|we|ten|tego|in|this|next|last)\s/i;
/** `w najbliższych dniach` names no day. */
const SOON = /^\D*(?:dniach|days)$/i;
const YEAR = /(?<!\p{L})(?:w|in)\s(20\d\d)(?!\d)(?:\s(?:roku|r\.?)(?!\p{L}))?/giu;
/** So long ago a date without its year may lie to be of this year; else the next one is meant. */
const LONG_PAST_DAYS = 60;

/** The days that a message names; those of a date on a package with the words that say so. */
export function readDays(text: string, language: Language, today: string): SaidDays[] {
  const all = tokens(text);
  const named = findDates(text, language, today).filter(({ text: said }) => !SOON.test(said));
  const days = named.map((found): SaidDays => {
    const end = found.at + found.text.length;
    const before = all.filter((token) => token.end <= found.at);
    // `termin w tym tygodniu` asks for days, and says of nothing how long it keeps.
    const validity = WITHIN.test(found.text) ? [] : trailing(before);
    const keeps = validity.length > 0 || found.bound === 'until';
    const { to } = found;
    const last = keeps && !/\d{4}/.test(found.text) ? upcoming(to, today) : to;
    return { from: found.from, to: last, at: validity[0]?.at ?? found.at, end, keeps };
  });
  return [...days, ...yearsIn(text, days)].sort((a, b) => a.at - b.at);
}

/** `w 2025 roku`, `in 2025`: a year that belongs to no month. */
function yearsIn(text: string, days: readonly SaidDays[]): SaidDays[] {
  return [...text.matchAll(YEAR)].flatMap((match) => {
    const [at, end, year] = [match.index, match.index + match[0].length, match[1]];
    if (days.some((one) => at < one.end && one.at < end)) return [];
    return [{ from: `${year}-01-01`, to: `${year}-12-31`, at, end, keeps: false }];
  });
}

/** The words directly before a date that say what it is, when one of them does (`ważne od`, `use by`). */
function trailing(before: readonly Token[]): readonly Token[] {
  let from = before.length;
  while (from > 0 && isValidity(before[from - 1])) from -= 1;
  const said = before.slice(from);
  return said.some(({ text }) => text.length > 3 || ['use', 'bb', 'exp'].includes(text))
    ? said
    : [];
}

function isValidity(token: Token | undefined): boolean {
  return token !== undefined && (token.text === ':' || matchesWord(words.validity, token.text));
}

function upcoming(date: string, today: string): string {
  const days = (Date.parse(today) - Date.parse(date)) / 86_400_000;
  if (days <= LONG_PAST_DAYS) return date;
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}
