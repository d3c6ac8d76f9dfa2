import { upperAscii } from '#shared/language/ocr-skeleton.ts';
import type { PrintedLine } from './printed-line.ts';

/** The months as Polish, English and German begin them. */
const MONTHS = [
  ['STY', 'JAN'],
  ['LUT', 'FEB'],
  ['MAR'],
  ['KWI', 'APR'],
  ['MAJ', 'MAY', 'MAI'],
  ['CZE', 'JUN'],
  ['LIP', 'JUL'],
  ['SIE', 'AUG'],
  ['WRZ', 'SEP'],
  ['PAZ', 'OCT', 'OKT'],
  ['LIS', 'NOV'],
  ['GRU', 'DEC', 'DEZ'],
];
const YEAR_FIRST = /(?:^|\D)(20\d\d)\s?(?:R\.?|[-./])\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)/;
/** `2026-02-0414:00`, `2020-01-080915`: no space between day and time. */
const WITH_TIME = /(?:^|\D)(20\d\d)[-./](\d\d)[-./](\d\d)([01]\d|2[0-3]):?([0-5]\d)(?!\d)/;
/** `dn.22r03.09`: the letter of its year tells it from a day first. */
const SHORT_YEAR = /(?:^|\D)(\d\d)\s?R\.?\s?(\d\d)[-./](\d\d)(?!\d)/;
const DAY_FIRST = /(?:^|\D)(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(20\d\d|\d\d)(?![\d.])/;
const MONTH_NAMED =
  /(?:^|\D)(\d{1,2})\s?[-. ]?\s?(STY|LUT|MAR|KWI|MAJ|CZE|LIP|SIE|WRZ|PAZ|LIS|GRU|JAN|FEB|APR|MAY|MAI|JUN|JUL|AUG|SEP|OCT|OKT|NOV|DEC|DEZ)[A-Z]{0,9}\.?\s?[-. ]?\s?(20\d\d)/;
const TIME = /(?:^|[^\d:,.])([01]?\d|2[0-3])\s?:\s?([0-5]\d)(?::[0-5]\d)?(?!\d)/;

/** Days that are of something else: until when a coupon holds, when a document was issued. */
const OTHER_DAY =
  /WAZN|TERMIN|PROMOCJ|KUPON|DO DNIA|OD DNIA|WYMIAN|ZWROT[UY] DO|EXPIR|VALID|GULTIG|NAJLEP|ODBIOR/;

/** A day some line prints, and how much that counts. */
export interface DateVote {
  readonly value: string;
  readonly weight: number;
  /** Index among the lines. */
  readonly line: number;
}

/**
 * The days a receipt prints, each as a vote by how surely it was read. The till prints its day in
 * the heading and mostly once more below; a misread one stands alone.
 * @param latest a day after it is a misread one, `YYYY-MM-DD`
 */
export function dateVotes(
  lines: readonly PrintedLine[],
  headingLines: number,
  latest: string,
): DateVote[] {
  return lines.flatMap(({ text, confidence }, line) => {
    const value = OTHER_DAY.test(upperAscii(text)) ? null : dateIn(text);
    if (value === null || value > latest) return [];
    const place = (line < headingLines ? 0.2 : 0) + (timeIn(text) === null ? 0 : 0.1);
    return [{ value, weight: 0.5 + 0.5 * confidence + place, line }];
  });
}

/** The value with the most weight, the first of equals; null without votes. */
export function winningValue(votes: readonly Pick<DateVote, 'value' | 'weight'>[]): string | null {
  const weights = new Map<string, number>();
  for (const { value, weight } of votes) weights.set(value, (weights.get(value) ?? 0) + weight);
  let winner: string | null = null;
  for (const [value, weight] of weights) {
    if (winner === null || weight > (weights.get(winner) ?? 0) + 1e-9) winner = value;
  }
  return winner;
}

/** The day a line prints, `YYYY-MM-DD`; null for none and for days no calendar has. */
export function dateIn(line: string): string | null {
  const text = withDigits(upperAscii(line.slice(0, 160)).replace(/[–—~_]/g, '-'));
  const yearFirst = WITH_TIME.exec(text) ?? YEAR_FIRST.exec(text) ?? SHORT_YEAR.exec(text);
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, date, month, year] = dayFirst;
    // `17/03/2024`; American tills print the month first, which shows only after the twelfth.
    return day(year, month, date) ?? (text.includes('/') ? day(year, date, month) : null);
  }
  const worded = MONTH_NAMED.exec(text);
  if (worded) {
    const month = MONTHS.findIndex((names) => names.includes(worded[2] ?? ''));
    return day(worded[3], String(month + 1), worded[1]);
  }
  return null;
}

/** `2O19-03-O3`: letters that look like digits where only a day can stand. */
function withDigits(text: string): string {
  return text.replace(
    /(?<![A-Z0-9])[0-9OILSBZ]{1,4}[-./][0-9OILSBZ]{1,2}[-./][0-9OILSBZ]{2,4}(?![A-Z0-9])/g,
    (day) =>
      day
        .replace(/O/g, '0')
        .replace(/[IL]/g, '1')
        .replace(/S/g, '5')
        .replace(/B/g, '8')
        .replace(/Z/g, '2'),
  );
}

/** The time a line prints, `HH:MM`. */
export function timeIn(line: string): string | null {
  const text = line.slice(0, 160);
  const glued = WITH_TIME.exec(text);
  if (glued !== null) return `${glued[4]}:${glued[5]}`;
  const found = TIME.exec(text);
  return found === null ? null : `${(found[1] ?? '').padStart(2, '0')}:${found[2]}`;
}

function day(year = '', month = '', date = ''): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const written = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = new Date(`${written}T00:00:00Z`);
  // Tills print receipts since fiscal printers exist; a year outside is a misread one.
  const plausible = Number(full) >= 2000 && Number(full) <= 2099;
  const real = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written);
  return plausible && real ? written : null;
}
