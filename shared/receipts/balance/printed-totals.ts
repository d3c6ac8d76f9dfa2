import type { Minor } from '#shared/money/money.ts';
import { misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { TaxLine } from '#shared/receipts/model/receipt.ts';
import type { Totals } from '#shared/receipts/parse/read-totals.ts';

/**
 * A receipt prints its total up to five times, and all are readings of one number. What is paid
 * (DO ZAPŁATY, the payment less change) is after deposits; the fiscal part (SUMA, the PTU table) is
 * of the goods, with deposits or without.
 */
export interface TotalCopies {
  readonly paid: readonly Minor[];
  readonly fiscal: readonly Minor[];
  /** Those printed as the total itself: DO ZAPŁATY, SUMA. */
  readonly own: readonly Minor[];
}

/** What it costs to contradict a copy: little where a lookalike digit explains it. */
const PER_MISREAD = 0.3;
const UNEXPLAINED = 1.2;

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

export function totalCopies(totals: Totals, taxes: readonly TaxLine[]): TotalCopies {
  const some = (amount: Minor | null) => (amount === null ? [] : [amount]);
  const turnover = some(taxGross(taxes));
  const none = totals.due === null && totals.paid === null && totals.sums.length === 0;
  return {
    paid: [...some(totals.due), ...some(totals.paid)],
    // Discounts may follow a subtotal, so it counts only where no total was read.
    fiscal: [...totals.sums, ...turnover, ...(none ? totals.subtotals : [])],
    own: [...some(totals.due), ...totals.sums],
  };
}

/** The numbers the total may be: those most copies say first, of equals the total's own line. */
export function possibleTotals(copies: TotalCopies, deposits: Minor): Minor[] {
  const { own, paid, fiscal } = copies;
  const withDeposits = deposits === 0 ? [] : fiscal.map((sum) => sum + deposits);
  const said = (total: Minor) => agreeing(copies, total, total - deposits);
  return [...new Set([...own, ...paid, ...fiscal, ...withDeposits])].sort(
    (a, b) => said(b) - said(a),
  );
}

/** How many copies say this total; goods and total differ by the deposits. */
export function agreeing({ paid, fiscal }: TotalCopies, total: Minor, goods: Minor): number {
  const fiscally = fiscal.filter((one) => one === total || one === goods);
  return paid.filter((one) => one === total).length + fiscally.length;
}

/**
 * How far-fetched a total is, given what every copy says; Infinity against two that agree on what
 * was paid, and where no misreading leads from what is printed as the total: a tax table that lost
 * a row adds up to lines that lost the same goods.
 */
export function contradiction(
  { paid, fiscal, own }: TotalCopies,
  total: Minor,
  goods: Minor,
): number {
  const [due, payment] = paid;
  if (due !== undefined && due === payment && due !== total) return Number.POSITIVE_INFINITY;
  const printed = [...own, ...paid];
  const isPossible = (copy: Minor) =>
    Math.min(misreadCost(copy, total), misreadCost(copy, goods)) < Number.POSITIVE_INFINITY;
  if (printed.length > 0 && !printed.some(isPossible)) return Number.POSITIVE_INFINITY;
  const costOf = (copy: Minor, truth: Minor) =>
    Math.min(UNEXPLAINED, PER_MISREAD * misreadCost(copy, truth));
  const paidCost = paid.reduce((sum, copy) => sum + costOf(copy, total), 0);
  return fiscal.reduce(
    (sum, copy) => sum + Math.min(costOf(copy, total), costOf(copy, goods)),
    paidCost,
  );
}
