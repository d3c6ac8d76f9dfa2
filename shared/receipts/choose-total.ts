import type { Minor } from '#shared/money/money.ts';
import type { Totals } from './read-totals.ts';
import type { TaxLine } from './receipt.ts';

/** A total and whether it had to be taken from elsewhere than its own line. */
export interface ChosenTotal {
  readonly total: Minor | null;
  readonly borrowed: boolean;
}

/** Sum of the PTU table's turnovers; null when a row lacks its amount. */
export function taxGross(taxes: readonly TaxLine[]): Minor | null {
  if (taxes.length === 0) return null;
  let sum = 0;
  for (const row of taxes) {
    if (row.gross === null) return null;
    sum += row.gross;
  }
  return sum;
}

/**
 * The printed total. A receipt prints it up to five times (PODSUMA, SUMA, DO ZAPŁATY, the payment less change,
 * the sum of the PTU table); when its own line contradicts the goods, another printed copy that agrees
 * with them is the better reading of the same number.
 */
export function chooseTotal(
  totals: Totals,
  taxes: readonly TaxLine[],
  goods: Minor,
  deposits: Minor,
): ChosenTotal {
  const expected = goods + deposits;
  const own = [...(totals.due === null ? [] : [totals.due]), ...totals.sums];
  if (own.includes(expected)) return { total: expected, borrowed: false };
  if (totals.paid === expected) return { total: expected, borrowed: true };
  const turnover = taxGross(taxes);
  if (turnover !== null && goods > 0 && turnover === goods)
    return { total: expected, borrowed: true };
  // Only when the total itself could not be read: discounts may follow a subtotal.
  if (own.length === 0 && totals.paid === null && totals.subtotals.includes(goods)) {
    return { total: expected, borrowed: true };
  }
  const printed = totals.due ?? totals.sums[0] ?? null;
  return printed === null && totals.paid !== null
    ? { total: totals.paid, borrowed: true }
    : { total: printed, borrowed: false };
}
