import { addDays } from '#shared/expiry/plain-date.ts';
import numberWords from '#shared/quantities/data/number-words.json' with { type: 'json' };
import { addMonths, type Days, day, monthOf, partsOf, weekdayOf, weekOf } from './calendar.ts';
import words from './data/polish.json' with { type: 'json' };
import type { DateToken } from './date-tokens.ts';
import { afterYearSign, monthOfWord, type ReadDays, readYear } from './polish-written.ts';

type Tokens = readonly DateToken[];

const NEAR: ReadonlyMap<string, number> = new Map(Object.entries(words.near));
const WEEKDAYS = new Map(words.weekdays.flatMap((forms, at) => forms.map((form) => [form, at])));
const UNITS: ReadonlyMap<string, string> = new Map(Object.entries(words.units));
const NUMBERS: ReadonlyMap<string, string> = new Map(Object.entries(numberWords.numbers));
const WHICH = new Map([
  ...words.this.map((word) => [word, 0] as const),
  ...words.nearest.map((word) => [word, 0] as const),
  ...words.next.map((word) => [word, 1] as const),
  ...words.last.map((word) => [word, -1] as const),
]);
const NEAREST = new Set(words.nearest);
const MAX_DAYS = 3660;

/** `jutro`, `za 3 dni`, `tydzień temu`, `w przyszłą środę`, `w ten weekend`, `koniec maja`. */
export function readRelative(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const word = tokens[at]?.text ?? '';
  const near = NEAR.get(word);
  if (near !== undefined) return { days: day(addDays(today, near)), next: at + 1 };
  if (word === 'za') return readAhead(tokens, at + 1, today);
  return (
    readAgo(tokens, at, today) ?? readNamed(tokens, at, today) ?? readPartOf(tokens, at, today)
  );
}

/** `za tydzień`, `za dwa tygodnie`, `za 3 dni`. */
function readAhead(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const span = readSpan(tokens, at);
  return span && { days: day(later(today, span.count, span.unit)), next: span.next };
}

function readAgo(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const span = readSpan(tokens, at);
  if (span === undefined || tokens[span.next]?.text !== 'temu') return undefined;
  return { days: day(later(today, -span.count, span.unit)), next: span.next + 1 };
}

interface Span {
  readonly count: number;
  readonly unit: string;
  readonly next: number;
}

/** `tydzień`, `3 dni`, `dwa tygodnie`, `pół roku`; at most ten years. */
export function readSpan(tokens: Tokens, at: number): Span | undefined {
  const alone = UNITS.get(tokens[at]?.text ?? '');
  if (alone !== undefined) return { count: 1, unit: alone, next: at + 1 };
  const text = tokens[at]?.text ?? '';
  const unit = UNITS.get(tokens[at + 1]?.text ?? '');
  if (unit === undefined) return undefined;
  if (text === 'pol' && unit === 'year') return { count: 6, unit: 'month', next: at + 2 };
  const count = /^\d{1,4}$/.test(text) ? Number(text) : Number(NUMBERS.get(text));
  return Number.isInteger(count) && count <= MAX_DAYS / LENGTH[unitKey(unit)]
    ? { count, unit, next: at + 2 }
    : undefined;
}

const LENGTH = { day: 1, week: 7, month: 30, year: 365 } as const;

function unitKey(unit: string): keyof typeof LENGTH {
  return unit === 'week' || unit === 'month' || unit === 'year' ? unit : 'day';
}

export function later(date: string, count: number, unit: string): string {
  if (unit === 'month') return addMonths(date, count);
  if (unit === 'year') return addMonths(date, 12 * count);
  return addDays(date, unit === 'week' ? 7 * count : count);
}

/** A weekday, weekend, week, month or year, with or without `ten`, `przyszły`, `zeszły`. */
function readNamed(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const which = WHICH.get(tokens[at]?.text ?? '');
  const place = which === undefined ? at : at + 1;
  const word = tokens[place]?.text ?? '';
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined) {
    // Short forms (`pt`, `sob`) are words only before a point or behind `w`.
    if (word.length < 4 && tokens[at - 1]?.text !== 'w' && tokens[at - 1]?.text !== 'we')
      return undefined;
    const nearest = which === undefined || NEAREST.has(tokens[at]?.text ?? '');
    return { days: day(weekdayFrom(today, weekday, nearest ? undefined : which)), next: place + 1 };
  }
  if (['weekend', 'weekendu', 'weekendzie'].includes(word)) {
    return { days: weekendOf(today, which ?? 0), next: place + 1 };
  }
  // `tydzień` alone is a length, not a week of the calendar.
  if (which === undefined) return undefined;
  const days = calendarOf(today, UNITS.get(word) ?? (word === 'tygodniu' ? 'week' : word), which);
  return days && { days, next: place + 1 };
}

/** Without `which`, the next one to come: on a Friday `w piątek` is in a week. */
export function weekdayFrom(today: string, weekday: number, which?: number): string {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (which === undefined) return addDays(today, ahead === 0 ? 7 : ahead);
  if (which === -1) return addDays(today, ahead === 0 ? -7 : ahead - 7);
  return addDays(weekOf(today, which).from, weekday);
}

function weekendOf(today: string, weeks: number): Days {
  const { to: sunday } = weekOf(today, weeks);
  const saturday = addDays(sunday, -1);
  return { from: weeks === 0 && today === sunday ? sunday : saturday, to: sunday };
}

function calendarOf(today: string, unit: string, which: number): Days | undefined {
  const [year, month] = partsOf(today);
  if (unit === 'week') return weekOf(today, which);
  if (unit === 'month' || unit === 'miesiacu') return monthOf(year, month + which);
  if (unit !== 'year') return undefined;
  return { from: `${year + which}-01-01`, to: `${year + which}-12-31` };
}

const PARTS = new Map([
  ...['poczatek', 'poczatku', 'poczatkiem'].map((word) => [word, 0] as const),
  ...['polowa', 'polowie', 'polowe', 'srodek', 'srodku'].map((word) => [word, 1] as const),
  ...['koniec', 'konca', 'koncu', 'koncem'].map((word) => [word, 2] as const),
]);

/** `koniec maja` is its last third, `na początku tygodnia` Monday and Tuesday. */
function readPartOf(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const part = PARTS.get(tokens[at]?.text ?? '');
  const whole = part === undefined ? undefined : readWhole(tokens, at + 1, today);
  if (part === undefined || whole === undefined) return undefined;
  const { from, to } = whole.days;
  if (to === null) return undefined;
  const week = addDays(from, 6) === to;
  const cuts = week ? [0, 2, 4] : [0, 10, 20];
  const start = addDays(from, cuts[part] ?? 0);
  const end = part === 2 ? to : addDays(from, (cuts[part + 1] ?? 0) - 1);
  return { days: { from: start, to: end }, next: whole.next };
}

/** What may begin and end: `tygodnia`, `miesiąca`, `roku`, `maja 2027`, `przyszłego miesiąca`. */
export function readWhole(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const which = WHICH.get(tokens[at]?.text ?? '');
  const place = which === undefined ? at : at + 1;
  const unit = UNITS.get(tokens[place]?.text ?? '');
  const days = unit && unit !== 'day' ? calendarOf(today, unit, which ?? 0) : undefined;
  if (days !== undefined) return { days, next: place + 1 };
  const month = monthOfWord(tokens[at]?.text);
  if (month === undefined) return undefined;
  const [thisYear, thisMonth] = partsOf(today);
  const year = readYear(tokens, at + 1);
  return {
    days: monthOf(year ?? (month < thisMonth ? thisYear + 1 : thisYear), month),
    next: year === undefined ? at + 1 : afterYearSign(tokens, at + 2),
  };
}
