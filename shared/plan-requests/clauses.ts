import { addDays, daysBetween } from '#shared/expiry/plain-date.ts';
import { fold } from '#shared/language/fold.ts';
import { overlaps } from '#shared/slots/overlaps.ts';
import type { DateSlot } from '#shared/slots/slots.ts';

/** A part of a message with the days it names. */
export interface Clause {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly days: readonly string[];
}

/** Where a message goes on with something else: `12,50` and `do 40 min. dziennie` do not. */
const JOINT =
  /[,;](?!\d)|[.!?](?=\s|$)|\n|\s(?:a|i|ale|and|but)\s(?=(?:w|we|on|bez|without|no)\s)|\s(?:ale|but|natomiast)\s/g;
/** A preposition goes with its day: `a w`, `and on`. */
const LEADING = /(?<!\S)(?:(?:a|i|and)\s{1,3})?(?:w|we|na|on|for|in|a|i|and)\s{1,3}$/i;
/** Nobody plans as far, and more would only be counted. */
const MOST_DAYS = 400;

/** `Zaplanuj tydzień`, `a week of dinners`: seven days from today, where no day says which week. */
const BARE_WEEK = /\b(?:tydzien|tygodnia|tygodniow\w+|week|weekly)\b/;

/** The days of a message, with a week that is named alone. */
export function datesOf(message: string, dates: readonly DateSlot[], today: string): DateSlot[] {
  const week = BARE_WEEK.exec(fold(message));
  const isSpan = dates.some(({ from, to, bound }) => from !== to || bound !== null);
  if (week === null || isSpan) return [...dates];
  const place = { at: week.index, end: week.index + week[0].length };
  if (overlaps(place, dates)) return [...dates];
  return [{ ...place, from: today, to: addDays(today, 6), bound: null }, ...dates];
}

/**
 * The parts of a message. A day within a span begins one of its own: `zaplanuj tydzień bez ryb w środę
 * szybko` wishes something of the week, and something of Wednesday.
 */
export function clausesOf(message: string, dates: readonly DateSlot[], today: string): Clause[] {
  const cuts = new Set([0]);
  for (const { index, 0: joint } of message.matchAll(JOINT)) {
    const isWithinDate = dates.some(({ at, end }) => at < index && index < end);
    if (!isWithinDate) cuts.add(index + joint.length);
  }
  for (const date of dates.filter((one) => isWithinOther(one, dates)))
    cuts.add(date.at - (LEADING.exec(message.slice(0, date.at))?.[0].length ?? 0));
  const places = [...cuts].sort((a, b) => a - b);
  return places.flatMap((at, index) => {
    const end = places[index + 1] ?? message.length;
    const text = message.slice(at, end);
    if (text.trim() === '') return [];
    const own = dates.filter((date) => at <= date.at && date.at < end);
    return [{ text, at, end, days: daysOf(own, today) }];
  });
}

/** Every day that is named, from today on, in order. */
export function daysOf(dates: readonly DateSlot[], today: string): string[] {
  const since = dates.find(({ bound }) => bound === 'since');
  const days = dates.flatMap((date) => {
    // `3 dni od środy`: the count stands by itself and begins there.
    const shift =
      since === undefined || date === since || date.from !== today
        ? 0
        : daysBetween(today, since.from);
    const from = date.bound === 'until' ? today : date.from;
    const length = Math.min(daysBetween(from, date.to), MOST_DAYS);
    return Array.from({ length: length + 1 }, (_, day) => addDays(from, day + shift));
  });
  return [...new Set(days)].filter((day) => day >= today).sort();
}

/** A shorter span within a longer one that stands before it. */
function isWithinOther(date: DateSlot, dates: readonly DateSlot[]): boolean {
  const isShort = ({ from, to }: DateSlot) => daysBetween(from, to) < 1;
  return dates.some(
    (other) =>
      other.at < date.at &&
      isShort(date) &&
      !isShort(other) &&
      other.from <= date.from &&
      date.to <= other.to,
  );
}
