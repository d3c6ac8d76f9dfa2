import { dateIn } from './date-time.ts';

const LABELLED =
  /(?:nr\s?(?:wydr(?:uku)?|par(?:agonu)?|rach)|paragon\s?(?:nr|#)|wydruk\s?nr)\W{0,4}(\d{2,10})/i;

/** The print number: labelled, else standing at the end of the line that carries the date in the heading. */
export function readReceiptNumber(
  heading: readonly string[],
  all: readonly string[],
): string | null {
  for (const line of all) {
    const found = LABELLED.exec(line.slice(0, 160));
    if (found?.[1] !== undefined) return found[1];
  }
  for (const line of heading) {
    if (dateIn(line) === null && !/N[I1l][PF]/i.test(line)) continue;
    const found = /\s\D?(\d{3,9})\s*$/.exec(line.slice(0, 160));
    if (found?.[1] !== undefined && !/^20\d\d$/.test(found[1])) return found[1];
  }
  return null;
}
