import { addDays } from '#shared/expiry/plain-date.ts';

/** Days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export const day = (date: string): Days => ({ from: date, to: date });

/** The calendar day it is in a zone: `2026-11-24`. */
export function dayIn(zone: string, now: Date): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
}

/** `2026-02-30` is no day: nothing. */
export function dateOf(year: number, month: number, dayOfMonth: number): string | undefined {
  const instant = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const same = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === dayOfMonth;
  return same && year >= 1900 && year <= 9999 ? instant.toISOString().slice(0, 10) : undefined;
}

/** Monday is 0, Sunday 6. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Monday to Sunday, so many weeks from this one. */
export function weekOf(date: string, weeks: number): Days {
  const monday = addDays(date, -weekdayOf(date) + 7 * weeks);
  return { from: monday, to: addDays(monday, 6) };
}

export function monthOf(year: number, month: number): Days {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(year, month, 0));
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}

/** The same day some months on, or the last one of a shorter month: 31 January → 28 February. */
export function addMonths(date: string, months: number): string {
  const [year, month, dayOfMonth] = partsOf(date);
  const { from, to } = monthOf(year, month + months);
  const there = addDays(from, dayOfMonth - 1);
  if (there > to) return to;
  return there;
}

export function partsOf(date: string): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** How long ago a day without a year may be before the next of its name is meant instead. */
const JUST_PASSED_DAYS = 31;

/**
 * A day and month without a year: the last one when something is told, else the next, or the one that has
 * only just passed (`ważne do 3 marca`, said on the tenth).
 */
export function dayOfSomeYear(
  today: string,
  month: number,
  dayOfMonth: number,
  past: boolean,
): string | undefined {
  const [year] = partsOf(today);
  const dates = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap(
    (on) => dateOf(year + on, month, dayOfMonth) ?? [],
  );
  if (past) return dates.findLast((date) => date <= today);
  return dates.find((date) => date >= addDays(today, -JUST_PASSED_DAYS));
}

/** A month without a year: the last that has begun when something is told, else this or the next one. */
export function monthOfSomeYear(today: string, month: number, past: boolean): Days {
  const [year, thisMonth] = partsOf(today);
  if (past) return monthOf(month > thisMonth ? year - 1 : year, month);
  return monthOf(month < thisMonth ? year + 1 : year, month);
}

/** Behind today the next such day, or before it the last: on a Friday `w piątek` is in a week. */
export function weekdayNear(today: string, weekday: number, past: boolean): string {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (past) return addDays(today, ahead === 0 ? -7 : ahead - 7);
  return addDays(today, ahead === 0 ? 7 : ahead);
}
