import { addDays } from '#shared/expiry/plain-date.ts';

/** Days, both included; `to` is null for what only has a beginning (`od jutra`). */
export interface Days {
  readonly from: string;
  readonly to: string | null;
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
export function weekOf(date: string, weeks: number): { from: string; to: string } {
  const monday = addDays(date, -weekdayOf(date) + 7 * weeks);
  return { from: monday, to: addDays(monday, 6) };
}

export function monthOf(year: number, month: number): { from: string; to: string } {
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

/** A day and month without a year is of the year that brings it nearest to today. */
export function nearestYear(today: string, month: number, dayOfMonth: number): string | undefined {
  const [year] = partsOf(today);
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(today));
  return [year, year + 1, year - 1]
    .flatMap((each) => dateOf(each, month, dayOfMonth) ?? [])
    .sort((a, b) => distance(a) - distance(b))[0];
}
