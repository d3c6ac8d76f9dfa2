import type { Minor } from '#shared/money/money.ts';
import type { VatLetter } from '#shared/receipts/model/receipt.ts';

/** An amount at the end of a line with the PTU letter that follows it. */
export interface TrailingAmount {
  readonly amount: Minor;
  readonly negative: boolean;
  readonly letter: VatLetter | null;
  /** What stands before the amount. */
  readonly before: string;
}

/** `4,99`, `4.99`, `4 ,99`, `4,9 9`: whole part, separator, two digits. */
const AMOUNT = /(?<!\d)(\d{1,6})\s?[.,]{1,2}\s?(\d)\s?(\d)/g;
const CURRENCY = /(?:PLN|z[lł]|EUR|€|GBP|£|CHF)\.?(?:\/(?:szt|kg|op|l)\.?)?$/i;
const MINUS_BEFORE = /[-–—−]\s{0,3}[£€]?\s?$/;

/** What OCR makes of a column letter; `6` stays unknown because it may be two letters. */
const LETTERS = new Map<string, VatLetter>([
  ['A', 'A'],
  ['R', 'A'],
  ['4', 'A'],
  ['B', 'B'],
  ['8', 'B'],
  ['C', 'C'],
  ['D', 'D'],
  ['0', 'D'],
  ['O', 'D'],
  ['E', 'E'],
  ['F', 'F'],
  ['G', 'G'],
]);

/** The letter a printed character stands for, null when it is none. */
export function vatLetter(character: string | undefined): VatLetter | null {
  return LETTERS.get(character?.toUpperCase() ?? '') ?? null;
}

/** The letter after an amount: at once, or after one stray mark (`39,52 2B`). */
function letterAfter(marks: string): VatLetter | null {
  const [first, second] =
    /^\*?\s?([A-Za-z0-9])[^A-Za-z0-9]{0,3}([A-G])?/.exec(marks)?.slice(1) ?? [];
  return vatLetter(second !== undefined && !/[A-Ga-g]/.test(first ?? '') ? second : first);
}

/** The amount a line ends with; null when the line does not end in one. */
export function trailingAmount(line: string): TrailingAmount | null {
  const found = [...line.matchAll(AMOUNT)].at(-1);
  if (found === undefined) return null;
  const rest = line.slice(found.index + found[0].length);
  const marks = rest.trim().replace(CURRENCY, '');
  // After the last amount: at most a letter (or what OCR made of it) and one more, then noise.
  if (marks.replace(/[^A-Za-z0-9]/g, '').length > 2) return null;
  let before = line.slice(0, found.index);
  let whole = found[1] ?? '0';
  // `1 234,56`: a group of three digits continues the one to three digits before it.
  const thousands = /(?<![\d.,])(\d{1,3})\s$/.exec(before);
  if (thousands !== null && whole.length === 3) {
    whole = `${thousands[1]}${whole}`;
    before = before.slice(0, -1 - (thousands[1]?.length ?? 0));
  }
  return {
    amount: Number(whole) * 100 + Number(`${found[2]}${found[3]}`),
    negative: MINUS_BEFORE.test(before) || /^\s?[-–—−]/.test(rest),
    letter: letterAfter(marks),
    before: before
      .replace(/[£€]$/, '')
      .trimEnd()
      .replace(/[=–—−-]{1,3}$/, '')
      .trimEnd(),
  };
}

/** `-767A`, `SUMA PLN 3231`, `32 31`: the comma was lost; only where nothing but an amount can end the line. */
const NO_COMMA = /(?<![\d.,])([-–—−]?)\s?(\d{1,4}\s\d\d|\d{3,6})\s?([A-G08])?\W{0,4}$/;
/** `169 99A` alone on a line. */
const SPACED_VALUE = /^\d{1,5}\s\d\d\s?[A-G]\W{0,3}$/;

/** The amount of a line that ends in one by its kind, with its comma or without. */
export function closingAmount(line: string): TrailingAmount | null {
  const found = trailingAmount(line) === null ? NO_COMMA.exec(line) : null;
  if (found === null) return trailingAmount(line);
  return {
    amount: Number((found[2] ?? '').replace(/\s/g, '')),
    negative: found[1] !== '',
    letter: vatLetter(found[3]),
    before: line.slice(0, found.index).trimEnd(),
  };
}

/** The amount a line of the list ends with; a letter of the table proves one whose comma is a space. */
export function listAmount(line: string): TrailingAmount | null {
  return SPACED_VALUE.test(line) ? closingAmount(line) : trailingAmount(line);
}

/** `0,476` → 476, `2` → 2000: thousandths; null when it is no number. */
export function parseMilli(text: string): number | null {
  const found = /^(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text.replace(/\s/g, ''));
  if (found === null) return null;
  return Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
}

/** Quantity × unit price, rounded half up to the grosz. */
export function lineValue(quantityMilli: number, unitPrice: Minor): Minor {
  return Math.floor((quantityMilli * unitPrice + 500) / 1000);
}
