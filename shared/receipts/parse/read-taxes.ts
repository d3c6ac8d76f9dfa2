import { upperAscii } from '#shared/language/ocr-skeleton.ts';
import type { Minor } from '#shared/money/money.ts';
import { vatLetter } from '#shared/receipts/fields/amount.ts';
import type { TaxLine, VatLetter } from '#shared/receipts/model/receipt.ts';
import { correctTaxRow } from '#shared/receipts/taxes/tax-rows.ts';
import type { PrintedLine } from './printed-line.ts';

/** Poland's since 1993, Germany's and Britain's. */
const RATES: readonly number[] = [23, 22, 20, 19, 8, 7, 5, 4, 3, 0];
const PER_CENT = /(?<!\d)\d{1,2}(?:[.,]\d{1,2})?\s?[%Z]/g;
const SALE = /(?:SPRZED|RZEDA[ZL]|OPODATK|S[PRA]?\W{0,2}\s?[O0]P\b)/;
/** In the tax table every number is an amount, so a lost separator can be read too: `11 22`, `3350`. */
const LOOSE = /(\d{1,6})\s?[.,\s]\s?(\d\d)(?!\d)|(?<![\d,.])(\d{3,6})(?![\d,.])/g;

/** Reads the PTU table: turnover per letter and the tax in it, on one line or on two. */
export function readTaxes(lines: readonly PrintedLine[]): TaxLine[] {
  const table = new Map<
    VatLetter,
    { rate: number | null; gross: Minor | null; tax: Minor | null }
  >();
  let current: VatLetter | null = null;
  for (const line of lines) {
    if (line.kind !== 'tax') continue;
    const text = upperAscii(line.text);
    const sale = SALE.test(text);
    const letter: VatLetter | null = letterOf(text) ?? (sale ? null : current);
    if (letter === null) continue;
    current = letter;
    const entry = table.get(letter) ?? { rate: null, gross: null, tax: null };
    entry.rate ??= rateOf(text);
    const split = sale ? text.search(/(?<![A-Z])P[TI1][UVL]/) : -1;
    const amounts = amountsIn(text.replace(PER_CENT, ''));
    const row = sale ? null : wholeRow(amounts);
    if (row !== null) {
      entry.gross ??= row.gross;
      entry.tax ??= row.tax;
    } else if (sale && split > 0 && amountsIn(text.slice(0, split)).length > 0) {
      entry.gross ??= amountsIn(text.slice(0, split)).at(-1) ?? null;
      entry.tax ??= line.trailing?.amount ?? null;
    } else {
      const amount = line.trailing?.amount ?? amounts.at(-1) ?? null;
      if (sale) entry.gross ??= amount;
      else entry.tax ??= amount;
    }
    table.set(letter, entry);
  }
  return [...table].map(([letter, entry]) => correctTaxRow({ letter, ...entry }));
}

/** German and newer Polish tables print net, tax and gross side by side, in any order. */
function wholeRow(amounts: readonly Minor[]): { gross: Minor; tax: Minor } | null {
  if (amounts.length !== 3) return null;
  const [tax = 0, net = 0, gross = 0] = [...amounts].sort((a, b) => a - b);
  return tax + net === gross ? { gross, tax } : null;
}

const LETTER =
  /(?:PTU|PIU|PTV|P1U|[O0][PRF][O0]DAT[A-Z.]{0,8}|[O0]P\W{0,2}|KW?U?[O0]?TA|^)\W{0,4}([A-GR])(?=[\s_.,:=\d-]|$)/;

function letterOf(text: string): VatLetter | null {
  return vatLetter(LETTER.exec(text)?.[1]);
}

function rateOf(text: string): number | null {
  const found = /(\d{1,2})(?:[.,]\d{1,2})?\s?%/.exec(text);
  const rate = found === null ? null : Number(found[1]);
  return rate !== null && RATES.includes(rate) ? rate : null;
}

function amountsIn(text: string): Minor[] {
  return [...text.matchAll(LOOSE)].map((found) =>
    Number(found[3] ?? `${found[1] ?? ''}${found[2] ?? ''}`),
  );
}
