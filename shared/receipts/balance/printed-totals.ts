import type { Minor } from '#shared/money/money.ts';
import { misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { TaxLine } from '#shared/receipts/model/receipt.ts';
import type { Totals } from '#shared/receipts/parse/read-totals.ts';

/**
 * A receipt prints its total up to five times, and all are readings of one number. What is paid
 * (DO ZAPŁATY, the payment less change) is after deposits; the fiscal part (SUMA, the PTU table) is
 * of the items, with deposits or without.
 */
export interface PrintedTotals {
  readonly paid: readonly Minor[];
  readonly fiscal: readonly Minor[];
  /** Those printed as the total itself: DO ZAPŁATY, SUMA. */
  readonly labelled: readonly Minor[];
}

/** Cost of contradicting a printed total: little where a lookalike digit explains it. */
const COST_PER_MISREAD = 0.3;
const UNEXPLAINED_COST = 1.2;

/** Sum of the PTU table's turnovers; null when a row lacks its amount. */
function taxGross(taxes: readonly TaxLine[]): Minor | null {
  if (taxes.length === 0) return null;
  let sum = 0;
  for (const row of taxes) {
    if (row.gross === null) return null;
    sum += row.gross;
  }
  return sum;
}

export function printedTotals(totals: Totals, taxes: readonly TaxLine[]): PrintedTotals {
  const some = (amount: Minor | null) => (amount === null ? [] : [amount]);
  const turnover = some(taxGross(taxes));
  const none = totals.due === null && totals.paid === null && totals.sums.length === 0;
  return {
    paid: [...some(totals.due), ...some(totals.paid)],
    // Discounts may follow a subtotal, so it counts only where no total was read.
    fiscal: [...totals.sums, ...turnover, ...(none ? totals.subtotals : [])],
    labelled: [...some(totals.due), ...totals.sums],
  };
}

/** The possible totals: those that most printed totals agree on first; on a tie the labelled one. */
export function possibleTotals(printed: PrintedTotals, deposits: Minor): Minor[] {
  const { labelled, paid, fiscal } = printed;
  const withDeposits = deposits === 0 ? [] : fiscal.map((sum) => sum + deposits);
  const agreement = (total: Minor) => countAgreeing(printed, total, total - deposits);
  return [...new Set([...labelled, ...paid, ...fiscal, ...withDeposits])].sort(
    (a, b) => agreement(b) - agreement(a),
  );
}

/** How many printed totals agree with this one; items and total differ by the deposits. */
export function countAgreeing(
  { paid, fiscal }: PrintedTotals,
  total: Minor,
  itemsSum: Minor,
): number {
  const fiscally = fiscal.filter((one) => one === total || one === itemsSum);
  return paid.filter((one) => one === total).length + fiscally.length;
}

/**
 * How far-fetched a total is, given every printed total; Infinity against two that agree on what
 * was paid, and where no misreading leads from what is printed as the total: a tax table that lost
 * a row adds up to lines that lost the same items.
 */
export function contradictionCost(
  { paid, fiscal, labelled }: PrintedTotals,
  total: Minor,
  itemsSum: Minor,
): number {
  const [due, payment] = paid;
  if (due !== undefined && due === payment && due !== total) return Number.POSITIVE_INFINITY;
  const printed = [...labelled, ...paid];
  const isPossible = (copy: Minor) =>
    Math.min(misreadCost(copy, total), misreadCost(copy, itemsSum)) < Number.POSITIVE_INFINITY;
  if (printed.length > 0 && !printed.some(isPossible)) return Number.POSITIVE_INFINITY;
  const costOf = (copy: Minor, truth: Minor) =>
    Math.min(UNEXPLAINED_COST, COST_PER_MISREAD * misreadCost(copy, truth));
  const paidCost = paid.reduce((sum, copy) => sum + costOf(copy, total), 0);
  return fiscal.reduce(
    (sum, copy) => sum + Math.min(costOf(copy, total), costOf(copy, itemsSum)),
    paidCost,
  );
}
