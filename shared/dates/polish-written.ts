import { type Days, dateOf, day, monthOf, nearestYear, partsOf } from './calendar.ts';
import words from './data/polish.json' with { type: 'json' };
import type { DateToken } from './date-tokens.ts';

/** Days that were read, and the token behind them. */
export interface ReadDays {
  readonly days: Days;
  readonly next: number;
}

type Tokens = readonly DateToken[];

const MONTHS = new Map(words.months.flatMap((forms, at) => forms.map((form) => [form, at + 1])));
const ORDINALS: ReadonlyMap<string, number> = new Map(Object.entries(words.ordinals));
/** What is counted or paid is no date: `10.10 zł`, `12.05 kg`. */
const NOT_DATES = new Set(['zl', 'pln', 'gr', 'kg', 'g', 'l', 'ml', 'szt', '%', 'eur']);

export function monthOfWord(word: string | undefined): number | undefined {
  return MONTHS.get(word ?? '');
}

/** `14 marca 2026 r.`, `14.03`, `2026-03-14`, `czternastego marca`, `14-go`, `14-16 marca`, `w maju`. */
export function readWritten(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  return (
    readDigits(tokens, at, today) ??
    readDayAndMonth(tokens, at, today) ??
    readMonth(tokens, at, today)
  );
}

function readDigits(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const text = tokens[at]?.text ?? '';
  const date = dateOfDigits(text, today);
  if (date === undefined || NOT_DATES.has(tokens[at + 1]?.text ?? '')) return undefined;
  return { days: day(date), next: afterYearSign(tokens, at + 1) };
}

function dateOfDigits(text: string, today: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})([./-])(\d{1,2})(?:[./-](\d{2,4}))?$/.exec(text);
  if (parts === null) return undefined;
  const [, dayText = '', sign, monthText = '', year] = parts;
  if (year !== undefined) {
    const full = year.length === 2 ? 2000 + Number(year) : Number(year);
    return dateOf(full, Number(monthText), Number(dayText));
  }
  // `1.5` and `1/2` are numbers; a month has two digits here.
  if (sign !== '.' || monthText.length !== 2) return undefined;
  return nearestYear(today, Number(monthText), Number(dayText));
}

/** A day of a month, or two of them (`14-16 marca`); alone only with an ending (`14-go`). */
function readDayAndMonth(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const first = readDayOfMonth(tokens, at);
  if (first === undefined) return undefined;
  const joined = ['-', '–', 'do', 'i'].includes(tokens[first.next]?.text ?? '');
  const second = joined ? readDayOfMonth(tokens, first.next + 1) : undefined;
  const last = second ?? first;
  const month = monthOfWord(tokens[last.next]?.text);
  if (month === undefined) {
    return first.ordinal && standsAlone(tokens, at, first.next)
      ? dayAlone(first, today)
      : undefined;
  }
  const year = readYear(tokens, last.next + 1);
  const on = (one: number) =>
    year === undefined ? nearestYear(today, month, one) : dateOf(year, month, one);
  const [from, to] = [on(first.day), on(last.day)];
  if (from === undefined || to === undefined || from > to) return undefined;
  const next = year === undefined ? last.next + 1 : afterYearSign(tokens, last.next + 2);
  return { days: { from, to }, next };
}

interface DayOfMonth {
  readonly day: number;
  readonly ordinal: boolean;
  readonly next: number;
}

function readDayOfMonth(tokens: Tokens, at: number): DayOfMonth | undefined {
  const text = tokens[at]?.text ?? '';
  if (/^\d{1,2}$/.test(text)) {
    const ending = tokens[at + 1]?.text === '-' && /^t?e?go$/.test(tokens[at + 2]?.text ?? '');
    const point = tokens[at + 1]?.text === '.' ? 1 : 0;
    return { day: Number(text), ordinal: ending, next: at + 1 + (ending ? 2 : point) };
  }
  const ordinal = ORDINALS.get(text);
  if (ordinal === undefined) return undefined;
  const unit = ordinal >= 20 ? ORDINALS.get(tokens[at + 1]?.text ?? '') : undefined;
  return unit !== undefined && unit < 10
    ? { day: ordinal + unit, ordinal: true, next: at + 2 }
    : { day: ordinal, ordinal: true, next: at + 1 };
}

/** `do 14-go`, `do czternastego`, but not `do drugiego garnka`. */
function standsAlone(tokens: Tokens, at: number, next: number): boolean {
  if (/^\d/.test(tokens[at]?.text ?? '')) return true;
  const following = tokens[next]?.text ?? '';
  const ends = !/^\p{L}/u.test(following) || following === 'do';
  return ends && ['do', 'od', 'dnia'].includes(tokens[at - 1]?.text ?? '');
}

/** `do 14-go`: of this month, or of the next one when it has passed. */
function dayAlone(read: DayOfMonth, today: string): ReadDays | undefined {
  const [year, month] = partsOf(today);
  const date = [0, 1, 2]
    .flatMap((ahead) => {
      const at = partsOf(monthOf(year, month + ahead).from);
      return dateOf(at[0], at[1], read.day) ?? [];
    })
    .find((one) => one >= today);
  return date === undefined ? undefined : { days: day(date), next: read.next };
}

/** `w maju`, `maj 2027`: the whole month, this one or the next of its name. */
function readMonth(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const text = tokens[at]?.text ?? '';
  const month = monthOfWord(text);
  // Short forms and `maja` (also a name) want a day or a year beside them.
  if (month === undefined || text.length < 3) return undefined;
  const year = readYear(tokens, at + 1);
  const before = tokens[at - 1]?.text ?? '';
  if (year === undefined && !['w', 'we', 'na', 'z', 'przez', 'caly'].includes(before))
    return undefined;
  const [thisYear, thisMonth] = partsOf(today);
  const days = monthOf(year ?? (month < thisMonth ? thisYear + 1 : thisYear), month);
  return { days, next: year === undefined ? at + 1 : afterYearSign(tokens, at + 2) };
}

export function readYear(tokens: Tokens, at: number): number | undefined {
  const text = tokens[at]?.text ?? '';
  return /^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined;
}

/** `r.` and `roku` belong to the year. */
export function afterYearSign(tokens: Tokens, at: number): number {
  if (tokens[at]?.text === 'roku') return at + 1;
  if (tokens[at]?.text !== 'r') return at;
  return tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
}
