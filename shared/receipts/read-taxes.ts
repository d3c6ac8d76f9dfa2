import type { Minor } from '#shared/money/money.ts';
import { plain } from './fold.ts';
import type { PrintedLine } from './printed-line.ts';
import type { TaxLine, VatLetter } from './receipt.ts';

const RATES: readonly number[] = [23, 22, 8, 7, 5, 4, 3, 0];
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
    const text = plain(line.text);
    const sale = SALE.test(text);
    const letter: VatLetter | null = letterOf(text) ?? (sale ? null : current);
    if (letter === null) continue;
    current = letter;
    const entry = table.get(letter) ?? { rate: null, gross: null, tax: null };
    entry.rate ??= rateOf(text);
    const split = sale ? text.search(/\bP[TI1][UVL]/) : -1;
    if (sale && split > 0 && amountsIn(text.slice(0, split)).length > 0) {
      entry.gross ??= amountsIn(text.slice(0, split)).at(-1) ?? null;
      entry.tax ??= line.tail?.amount ?? null;
    } else {
      const amount =
        line.tail?.amount ?? amountsIn(text.replace(/\d+(?:[.,]\d+)?\s?[%Z]/g, '')).at(-1) ?? null;
      if (sale) entry.gross ??= amount;
      else entry.tax ??= amount;
    }
    table.set(letter, entry);
  }
  return [...table].map(([letter, entry]) => ({ letter, ...entry }));
}

function letterOf(text: string): VatLetter | null {
  const found =
    /(?:PTU|PIU|PTV|P1U|OPODATK\S*|OPODATKOWANA|[O0]P\W{0,2}|KW?U?[O0]?TA|^)\W{0,3}\s?([A-GR])(?=[\s_.,:\d-]|$)/.exec(
      text,
    );
  const letter = found?.[1] === 'R' ? 'A' : found?.[1];
  return letter !== undefined && /^[A-G]$/.test(letter) ? (letter as VatLetter) : null;
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
