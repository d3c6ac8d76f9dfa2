import type { Minor } from '#shared/money/money.ts';
import type { Totals } from './read-totals.ts';
import type { TaxLine } from './receipt.ts';

/** A number the total may be. */
export interface TotalHypothesis {
  readonly total: Minor;
  /** 0 for the likeliest; a copy that few others share costs. */
  readonly cost: number;
  /** Whether it was taken from elsewhere than its own line. */
  readonly borrowed: boolean;
  /** How many printed copies say it. */
  readonly copies: number;
}

const LESSER_COPY = 0.4;

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
 * A receipt prints its total up to five times: SUMA, DO ZAPŁATY, the payment less change, the sum of
 * the PTU table, PODSUMA. All are readings of the same number, so each is a hypothesis, the most
 * often printed first.
 */
export function totalHypotheses(
  totals: Totals,
  taxes: readonly TaxLine[],
  deposits: Minor,
): TotalHypothesis[] {
  const own = [...(totals.due === null ? [] : [totals.due]), ...totals.sums];
  const turnover = taxGross(taxes);
  const lent = [
    ...(totals.paid === null ? [] : [totals.paid]),
    ...(turnover === null ? [] : [turnover + deposits]),
    // Deposits follow the fiscal sum, which is of the goods alone.
    ...(deposits === 0 || totals.due !== null ? [] : totals.sums.map((sum) => sum + deposits)),
    // Discounts may follow a subtotal, so it counts only where no total was read.
    ...(own.length === 0 && totals.paid === null
      ? totals.subtotals.map((sum) => sum + deposits)
      : []),
  ];
  const primary = own[0] ?? lent[0];
  const values = [...new Set([...own, ...lent])].map((total) => ({
    total,
    borrowed: !own.includes(total),
    copies: own.filter((one) => one === total).length + lent.filter((one) => one === total).length,
  }));
  const most = Math.max(0, ...values.map(({ copies }) => copies));
  const likeliest =
    values.find(({ total, copies }) => total === primary && copies === most) ??
    values.find(({ copies }) => copies === most);
  return values
    .map((value) => ({ ...value, cost: value === likeliest ? 0 : LESSER_COPY }))
    .sort((a, b) => a.cost - b.cost);
}
