import type { Locale } from '#shared/context/locale.ts';
import { findDates } from '#shared/dates/find-dates.ts';
import { fold } from '#shared/language/fold.ts';
import { ANY_DAY } from '#shared/schemas/day.ts';

/** Words that go on with what was said before, at the beginning of a short message. */
const GOES_ON =
  /^(?:a co|a|i|ale|no to|to|moze|jednak|and what about|what about|and how about|how about|and|but|so|then|or|also)\b/;
const MOST_WORDS = 5;

export function countWords(message: string): number {
  return fold(message).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Whether a message by its form goes on with what was said before: `a bez cebuli?` */
export function goesOn(message: string): boolean {
  return GOES_ON.test(fold(message).trim()) && countWords(message) <= MOST_WORDS;
}

/** Whether it says nothing but another day, `a jutro?`: of what, only what was said before can tell. */
export function namesOnlyDays(message: string, locale: Locale): boolean {
  const found = findDates(message, locale, ANY_DAY);
  if (!goesOn(message) || found.length === 0) return false;
  let rest = message;
  for (const { text } of found) rest = rest.replace(text, ' ');
  return countWords(fold(rest).trim().replace(GOES_ON, '')) === 0;
}
