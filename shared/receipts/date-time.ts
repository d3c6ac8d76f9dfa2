import { plain } from './fold.ts';

const MONTHS = ['STY', 'LUT', 'MAR', 'KWI', 'MAJ', 'CZE', 'LIP', 'SIE', 'WRZ', 'PAZ', 'LIS', 'GRU'];
const YEAR_FIRST = /(?:^|\D)(20\d\d)\s?[-./r]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?:^|\D)(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(20\d\d|\d\d)(?![\d.])/;
const WORDED =
  /(?:^|\D)(\d{1,2})\s?[-. ]?\s?(STY|LUT|MAR|KWI|MAJ|CZE|LIP|SIE|WRZ|PAZ|LIS|GRU)[A-Z]*\.?\s?[-. ]?\s?(20\d\d)/;
const TIME = /(?:^|[^\d:,.])([01]?\d|2[0-3])\s?:\s?([0-5]\d)(?::[0-5]\d)?(?!\d)/;

/** The day a line prints, `YYYY-MM-DD`; null for none and for days no calendar has. */
export function dateIn(line: string): string | null {
  const text = plain(line.slice(0, 160));
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(dayFirst[3], dayFirst[2], dayFirst[1]);
  const worded = WORDED.exec(text);
  if (worded) return day(worded[3], String(MONTHS.indexOf(worded[2] ?? '') + 1), worded[1]);
  return null;
}

/** The time a line prints, `HH:MM`. */
export function timeIn(line: string): string | null {
  const found = TIME.exec(line.slice(0, 160));
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
