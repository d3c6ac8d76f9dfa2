import { addDays } from '#shared/expiry/plain-date.ts';
import {
  addMonths,
  type Days,
  day,
  monthOf,
  monthOfSomeYear,
  partsOf,
  weekdayNear,
  weekdayOf,
  weekOf,
} from './calendar.ts';
import { behindPhrase, type DateText, phraseAt, type ReadDays, wordAt } from './date-text.ts';
import type { CalendarUnit, Which } from './date-words.ts';
import { yearAt } from './written-day.ts';

/** `jutro`, `in 3 days`, `tydzień temu`, `w przyszłą środę`, `this weekend`, `koniec maja`. */
export function readRelative(text: DateText, at: number): ReadDays | undefined {
  const near = phraseAt(text, at, text.words.near);
  if (near !== undefined) return { days: day(addDays(text.today, near.value)), next: near.next };
  return readAhead(text, at) ?? readAgo(text, at) ?? readNamed(text, at) ?? readPartOf(text, at);
}

/** `za tydzień`, `za dwa tygodnie`, `in 3 days`. */
function readAhead(text: DateText, at: number): ReadDays | undefined {
  const span = text.words.is.ahead.has(wordAt(text, at)) ? readSpan(text, at + 1) : undefined;
  // `in the week` has no number.
  if (span === undefined || (span.bare && span.unit !== 'fortnight' && wordAt(text, at) === 'in'))
    return undefined;
  return { days: day(later(text.today, span.count, span.unit)), next: span.next };
}

/** `dwa tygodnie temu`, `a week ago`, `a week from now`. */
function readAgo(text: DateText, at: number): ReadDays | undefined {
  const span = readSpan(text, at);
  if (span === undefined) return undefined;
  const { is } = text.words;
  // `sprzed tygodnia`
  const before = is.agoBefore.has(wordAt(text, at - 1)) ? span.next : undefined;
  // `a fortnight from tomorrow`
  const origin =
    wordAt(text, span.next) === 'from' && phraseAt(text, span.next + 1, text.words.near);
  if (origin) {
    const date = later(addDays(text.today, origin.value), span.count, span.unit);
    return { days: day(date), next: origin.next };
  }
  const ago = before ?? behindPhrase(text, span.next, is.ago);
  const next = ago ?? behindPhrase(text, span.next, is.later);
  if (next === undefined) return undefined;
  const count = ago === undefined ? span.count : -span.count;
  return { days: day(later(text.today, count, span.unit)), next };
}

export interface Span {
  readonly count: number;
  readonly unit: CalendarUnit;
  readonly next: number;
  /** Said without a number: `tydzień`. */
  readonly bare: boolean;
}

/** The most of each unit that anybody means: ten years. */
const MOST: Readonly<Record<CalendarUnit, number>> = {
  day: 3660,
  week: 520,
  fortnight: 260,
  weekend: 0,
  month: 120,
  year: 10,
};

/** `tydzień`, `3 dni`, `two weeks`, `pół roku`; at most ten years. */
export function readSpan(text: DateText, at: number): Span | undefined {
  const { units, numbers } = text.words;
  const alone = units.get(wordAt(text, at));
  if (alone !== undefined) {
    return alone === 'weekend' ? undefined : { count: 1, unit: alone, next: at + 1, bare: true };
  }
  const written = wordAt(text, at);
  const unit = units.get(wordAt(text, at + 1));
  if (unit === undefined) return undefined;
  if (written === 'pol' && unit === 'year') {
    return { count: 6, unit: 'month', next: at + 2, bare: false };
  }
  const count = /^\d{1,4}$/.test(written) ? Number(written) : (numbers.get(written) ?? Number.NaN);
  return Number.isInteger(count) && count <= MOST[unit]
    ? { count, unit, next: at + 2, bare: false }
    : undefined;
}

const DAYS: Partial<Readonly<Record<CalendarUnit, number>>> = { week: 7, fortnight: 14 };

export function later(date: string, count: number, unit: CalendarUnit): string {
  if (unit === 'month') return addMonths(date, count);
  if (unit === 'year') return addMonths(date, 12 * count);
  return addDays(date, count * (DAYS[unit] ?? 1));
}

/** A weekday, weekend, week, month or year, with or without `ten`, `next`, `zeszły`. */
function readNamed(text: DateText, at: number): ReadDays | undefined {
  const which = text.words.which.get(wordAt(text, at));
  const place = which === undefined ? at : at + 1;
  const word = wordAt(text, place);
  const next = place + 1;
  const weekday = weekdayAt(text, place);
  if (weekday !== undefined) return { days: day(weekdayOn(text, at, weekday, which)), next };
  const unit = text.words.units.get(word);
  if (unit === 'weekend') return { days: weekendOf(text, at, which), next };
  // `tydzień` alone is a length, not a week of the calendar.
  if (which === undefined) return undefined;
  const days = unit === undefined ? monthNamed(text, word, which) : calendarOf(text, unit, which);
  return days && { days, next };
}

/** The weekday a token names; Monday is 0. */
export function weekdayAt(text: DateText, at: number): number | undefined {
  const { weekdays, shortWeekdays, is, which } = text.words;
  const before = wordAt(text, at - 1);
  // `sat in the sun`
  const led =
    (is.before.has(before) && before !== 'in') || is.until.has(before) || is.from.has(before);
  const written = text.tokens[at]?.short === true;
  const short =
    written || led || which.has(before) ? shortWeekdays.get(wordAt(text, at)) : undefined;
  return weekdays.get(wordAt(text, at)) ?? short;
}

function weekdayOn(text: DateText, at: number, weekday: number, which?: Which): string {
  const past = which === undefined ? text.isPast(at) : which.ahead === -1;
  if (which?.ahead === 1) return addDays(weekOf(text.today, 1).from, weekday);
  const here = which !== undefined && !which.nearest && !past;
  return here
    ? addDays(weekOf(text.today, 0).from, weekday)
    : weekdayNear(text.today, weekday, past);
}

/** Saturday and Sunday; of something told, the last that has begun. */
function weekendOf(text: DateText, at: number, which?: Which): Days {
  const thisOne = which === undefined && text.isPast(at) && weekdayOf(text.today) < 5 ? -1 : 0;
  const { to } = weekOf(text.today, which?.ahead ?? thisOne);
  return { from: addDays(to, -1), to };
}

function calendarOf(text: DateText, unit: CalendarUnit, { ahead }: Which): Days | undefined {
  const [year, month] = partsOf(text.today);
  if (unit === 'week') return weekOf(text.today, ahead);
  if (unit === 'month') return monthOf(year, month + ahead);
  if (unit !== 'year') return undefined;
  return { from: `${year + ahead}-01-01`, to: `${year + ahead}-12-31` };
}

/** `last May`, `w przyszłym lutym`. */
function monthNamed(text: DateText, word: string, { ahead }: Which): Days | undefined {
  const month = text.words.months.get(word);
  return month === undefined ? undefined : monthOfSomeYear(text.today, month, ahead === -1);
}

/** `koniec maja` is its last third, `na początku tygodnia` Monday and Tuesday. */
function readPartOf(text: DateText, at: number): ReadDays | undefined {
  const part = text.words.parts.get(wordAt(text, at));
  const whole = part === undefined ? undefined : readWhole(text, at + 1);
  if (part === undefined || whole === undefined) return undefined;
  const { from, to } = whole.days;
  const cuts = addDays(from, 6) === to ? [0, 2, 4] : [0, 10, 20];
  const start = addDays(from, cuts[part] ?? 0);
  const end = part === 2 ? to : addDays(from, (cuts[part + 1] ?? 0) - 1);
  return { days: { from: start, to: end }, next: whole.next };
}

/** What may begin and end: `tygodnia`, `miesiąca`, `roku`, `maja 2027`, `next month`. */
export function readWhole(text: DateText, at: number): ReadDays | undefined {
  const which = text.words.which.get(wordAt(text, at));
  const place = which === undefined ? at : at + 1;
  const unit = text.words.units.get(wordAt(text, place));
  const this_ = which ?? { ahead: 0, nearest: false };
  const days = unit === undefined ? undefined : calendarOf(text, unit, this_);
  if (days !== undefined) return { days, next: place + 1 };
  const month = text.words.months.get(wordAt(text, place));
  if (month === undefined) return undefined;
  const year = yearAt(text, place + 1);
  if (year !== undefined) return { days: monthOf(year.value, month), next: year.next };
  return { days: monthOfSomeYear(text.today, month, text.isPast(at)), next: place + 1 };
}
