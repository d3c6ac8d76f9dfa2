import type { Minor } from '#shared/money/money.ts';
import type { TaxLine, VatLetter } from '#shared/receipts/model/receipt.ts';

/** A line's money under the letter that was read for it. */
export interface LetteredAmount {
  readonly vat: VatLetter | null;
  readonly amount: Minor;
}

/** So many letters may have been misread on one receipt before it proves nothing. */
const MAX_MISREAD = 2;
/** Ways to give letters that are tried before the table is believed to agree. */
const MAX_STEPS = 20_000;

/**
 * Whether a tax table proves that lines are wrong though their sum is: the table adds up to
 * them, yet no lines, given the letters they lack and up to two misread ones, make its rows. That
 * is what a lost line looks like when edits of others were found to make up for it.
 * @param rows those whose turnover was read, of a table without others
 */
export function isRefuted(rows: readonly TaxLine[], lines: readonly LetteredAmount[]): boolean {
  const turnover = rows.reduce((sum, { gross }) => sum + (gross ?? 0), 0);
  const sum = lines.reduce((all, { amount }) => all + amount, 0);
  if (rows.length === 0 || turnover !== sum) return false;
  const gaps = new Map<VatLetter, Minor>(rows.map(({ letter, gross }) => [letter, gross ?? 0]));
  for (const { vat, amount } of lines) {
    if (vat !== null) gaps.set(vat, (gaps.get(vat) ?? 0) - amount);
  }
  return !canBeLettered(lines, gaps);
}

/** Whether letters can be given and misread ones moved until no row lacks anything. */
function canBeLettered(lines: readonly LetteredAmount[], gaps: Map<VatLetter, Minor>): boolean {
  // Those without letter last, for what is moved away makes room for them.
  const order = [...lines].sort((a, b) => Number(a.vat === null) - Number(b.vat === null));
  let steps = 0;
  const move = (from: VatLetter | null, to: VatLetter, amount: Minor) => {
    if (from !== null) gaps.set(from, (gaps.get(from) ?? 0) + amount);
    gaps.set(to, (gaps.get(to) ?? 0) - amount);
  };
  const fits = (at: number, misread: number): boolean => {
    steps += 1;
    if (steps > MAX_STEPS) return true;
    const line = order[at];
    if (line === undefined) return [...gaps.values()].every((gap) => gap === 0);
    const { vat, amount } = line;
    if (vat !== null && fits(at + 1, misread)) return true;
    if (vat !== null && misread === MAX_MISREAD) return false;
    for (const [letter, gap] of gaps) {
      if (letter === vat || gap < amount) continue;
      move(vat, letter, amount);
      if (fits(at + 1, vat === null ? misread : misread + 1)) return true;
      move(vat, letter, -amount);
    }
    return false;
  };
  return fits(0, 0);
}
