import { casual } from 'chrono-node/en';
import { addDays } from '#shared/expiry/plain-date.ts';
import { type Days, day, monthOf, partsOf, weekOf } from './calendar.ts';

export interface FoundDays {
  readonly days: Days;
  readonly at: number;
  readonly end: number;
}

const WHICH: ReadonlyMap<string, number> = new Map([
  ['this', 0],
  ['the', 0],
  ['next', 1],
  ['last', -1],
]);

/** Spans that chrono-node reads as one day. */
const SPAN =
  /\b(?:(until|till|by) )?(?:the )?(end of )?(this |next |last |the )?(weekend|week|month|year)\b/gi;
/** `for 3 days`, `the next two weeks`. */
const LENGTH =
  /\b(?:for|over|within|the next|the coming|the last|the past) (?:the next )?(\d{1,3}|a|one|two|three|four|five|six|seven|ten) (days?|weeks?)\b/gi;
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

/** Weeks, months, weekends, lengths and parts of a month: what chrono-node reads as one day or not at all. */
export function englishSpans(text: string, today: string): FoundDays[] {
  return [...lengths(text, today), ...spans(text, today), ...others(text, today)];
}

function spans(text: string, today: string): FoundDays[] {
  return [...text.matchAll(SPAN)].flatMap((match) => {
    const [said, until, endOfIt, which, unit = ''] = match;
    const weeks = WHICH.get(which?.trim().toLowerCase() ?? '');
    if (weeks === undefined && endOfIt === undefined && unit.toLowerCase() !== 'weekend') return [];
    const whole = calendarOf(unit.toLowerCase(), weeks ?? 0, today);
    const days =
      until !== undefined ? { from: today, to: whole.to } : endOfIt ? lastOf(whole) : whole;
    return [{ days, at: match.index, end: match.index + said.length }];
  });
}

function calendarOf(unit: string, which: number, today: string): { from: string; to: string } {
  const [year, month] = partsOf(today);
  if (unit === 'month') return monthOf(year, month + which);
  if (unit === 'year') return { from: `${year + which}-01-01`, to: `${year + which}-12-31` };
  const week = weekOf(today, which);
  if (unit === 'week') return week;
  const from = addDays(week.to, -1);
  return { from: from < today && which === 0 ? today : from, to: week.to };
}

function lastOf({ from, to }: { from: string; to: string }): Days {
  return addDays(from, 6) === to ? { from: addDays(to, -2), to } : { from: addDays(from, 20), to };
}

const OTHER =
  /\b(?:the )?day (after tomorrow|before yesterday)\b|\b(beginning|start|middle|end) of ([a-z]{3,9})\b/gi;

/** What chrono-node reads as something else: `the day after tomorrow`, `end of May` (its last third). */
function others(text: string, today: string): FoundDays[] {
  return [...text.matchAll(OTHER)].flatMap((match) => {
    const [said, near, part = '', month = ''] = match;
    const place = { at: match.index, end: match.index + said.length };
    if (near !== undefined) {
      const ahead = near.toLowerCase().startsWith('after') ? 2 : -2;
      return [{ days: day(addDays(today, ahead)), ...place }];
    }
    const named = casual.parse(
      month,
      { instant: new Date(`${today}T12:00:00Z`), timezone: 0 },
      { forwardDate: true },
    )[0];
    if (named === undefined || !named.start.isCertain('month')) return [];
    const { from, to } = monthOf(named.start.get('year') ?? 0, named.start.get('month') ?? 0);
    const third = part.toLowerCase() === 'end' ? 2 : part.toLowerCase() === 'middle' ? 1 : 0;
    const start = addDays(from, 10 * third);
    return [{ days: { from: start, to: third === 2 ? to : addDays(start, 9) }, ...place }];
  });
}

function lengths(text: string, today: string): FoundDays[] {
  return [...text.matchAll(LENGTH)].map((match) => {
    const [said, count = '', unit = ''] = match;
    const number = NUMBERS.indexOf(count.toLowerCase());
    const times = number > 0 ? number : count.toLowerCase() === 'a' ? 1 : Number(count);
    const days = times * (unit.toLowerCase().startsWith('week') ? 7 : 1);
    const back = /\b(?:last|past)\b/i.test(said);
    return {
      days: back
        ? { from: addDays(today, -days), to: today }
        : { from: today, to: addDays(today, Math.max(1, days) - 1) },
      at: match.index,
      end: match.index + said.length,
    };
  });
}
