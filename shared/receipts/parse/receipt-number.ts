import { dateIn } from './date-time.ts';

/** What tills call the number of a print, in Polish, German and English. */
const LABELLED =
  /(?<!\p{L})(?:nr\s?(?:wydr(?:uku)?|par(?:agonu)?|rach(?:unku)?|bonu)|(?:paragon|wydruk|rachunek)\s?(?:nr|#)|(?:bon|beleg|rechnung|quittung)s?[\s.-]?(?:nr|nummer|#)|(?:receipt|invoice|ticket|check)\s?(?:no|nr|number|#))\W{0,4}(\d{2,10})(?![\d.,])/iu;
/** `|303421`, `nr 4711`, `W000121`: nothing but the number on its line. */
const ALONE = /^\W{0,3}(?:nr|no|bon|w|n)?[\s.:#]{0,3}(\d{4,9})\W{0,2}$/i;

/**
 * The print number: labelled, else at the end of the line that carries the date in the heading, else
 * alone on one of its last lines. The till's own counter below the total is none: it is another
 * number, and two photographs of a receipt are known by theirs.
 */
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
  // Above them stand addresses and telephones.
  for (const line of heading.slice(-LAST_HEADING_LINES)) {
    const found = ALONE.exec(line.slice(0, 160));
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}

const LAST_HEADING_LINES = 3;
