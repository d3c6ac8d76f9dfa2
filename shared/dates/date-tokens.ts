import { fold } from '#shared/language/fold.ts';
import type { DateWords } from './date-words.ts';

/** A word (folded), a number, a written date or any other sign, and its place in the text. */
export interface DateToken {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  /** Written as only a short weekday is: `śr.`, `Wed`. */
  readonly short?: true;
}

const TOKEN =
  /\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}[./]\d{1,2}(?:[./]\d{4}|[./]\d{2})?(?!\d)|\d{1,2}(?:st|nd|rd|th)\b|\d{1,9}|\p{L}+|[^\s\p{L}\d]/giu;

/**
 * Roman months stay capitals, and count only behind a day (`7 IX`, `7.IX`). Words that say nothing about days, such as articles, are
 * left out.
 */
export function dateTokens(text: string, { is, months, shortWeekdays }: DateWords): DateToken[] {
  // Among capitals alone `2 I 3` may be `2 i 3`.
  const cased = /\p{Ll}/u.test(text) || !/\p{L}/u.test(text.replace(/[IVX]+/g, ''));
  const found: DateToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [written] = match;
    const place = { at: match.index, end: match.index + written.length };
    const word = fold(written);
    const behindDay = /(?<!\d)\d{1,2}(?: ?\.)? ?$/.test(
      text.slice(Math.max(0, place.at - 6), place.at),
    );
    if (
      cased &&
      behindDay &&
      months.has(written) &&
      !/^ ?\d{1,3}(?!\d)/.test(text.slice(place.end))
    ) {
      found.push({ text: written, ...place });
    } else if (shortWeekdays.has(word) && isShort(written, text.slice(place.end))) {
      found.push({ text: word, ...place, short: true });
    } else if (written === '.' && found.at(-1)?.short && found.at(-1)?.end === place.at) {
      // The point belongs to the weekday, and ends nothing.
    } else if (!is.skipped.has(word)) {
      found.push({ text: word, ...place });
    }
  }
  return found;
}

/** `śr.`, but not `pt. „Zupa”`, which has a title; `Wed`, but not `Sat` and `Sun`, which begin sentences. */
function isShort(written: string, behind: string): boolean {
  if (/^(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri)$/.test(written)) return true;
  const pointed = /^(?:pon|pn|wt|śr|sr|czw|pt|sob|niedz|nd)$/i.test(written);
  return pointed && /^\.(?!\s*[„"“«])/.test(behind);
}
