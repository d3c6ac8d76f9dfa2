import { formatMinor, type Minor } from '#shared/money/money.ts';
import { likelyAmounts } from '#shared/receipts/fields/misread-cost.ts';
import type { DraftList } from '#shared/receipts/model/draft.ts';
import type { Repair, TaxLine } from '#shared/receipts/model/receipt.ts';
import { letterSums } from './tax-verdict.ts';

/** Rounding of each line's tax may move the sum by a few grosze. */
const MAX_ROUNDING = 3;

/**
 * The tax table of a balanced receipt: a turnover that was misread or lost follows from the lines
 * under its letter, when the tax printed beside it agrees.
 */
export function reconcileTaxes(
  taxes: readonly TaxLine[],
  list: DraftList,
  balanced: boolean,
): { taxes: readonly TaxLine[]; repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  const sums = letterSums(list);
  if (!balanced || (sums.get(null) ?? 0) !== 0) return { taxes, repairs };
  const reconciled = taxes.map((row) => {
    const gross = sums.get(row.letter) ?? 0;
    if (row.gross === gross || gross === 0 || !isTaxOf(row, gross)) return row;
    const read = row.gross === null ? '' : formatMinor(row.gross);
    repairs.push({ field: 'tax', read, now: formatMinor(gross) });
    return { ...row, gross };
  });
  return { taxes: reconciled, repairs };
}

/** A turnover that contradicts the tax beside it, when one lookalike digit makes them agree. */
export function correctTaxRow(row: TaxLine): TaxLine {
  if (row.gross === null || row.tax === null || !row.rate || isTaxOf(row, row.gross)) return row;
  const fits = likelyAmounts(row.gross).filter(({ amount }) => isTaxOf(row, amount));
  const [only] = fits;
  return fits.length === 1 && only !== undefined ? { ...row, gross: only.amount } : row;
}

/** Tills take the tax out of the gross turnover. */
function isTaxOf({ rate, tax }: TaxLine, gross: Minor): boolean {
  if (rate === null || tax === null || rate === 0) return false;
  return Math.abs((gross * rate) / (100 + rate) - tax) <= MAX_ROUNDING;
}
