import type { Minor } from '#shared/money/money.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import type { PrintedLine } from './printed-line.ts';

/** Every place a receipt prints what was to pay. */
export interface Totals {
  /** SUMA / RAZEM in the order printed. */
  readonly sums: readonly Minor[];
  /** PODSUMA: the items so far. */
  readonly subtotals: readonly Minor[];
  /** DO ZAPŁATY: after deposits, before what only the payment knows (rounding of cash, a tip). */
  readonly due: Minor | null;
  /** Payments less change, rounding and tip; null when none was read. */
  readonly paid: Minor | null;
  readonly payment: ParsedReceipt['payment'];
}

export function readTotals(lines: readonly PrintedLine[]): Totals {
  const of = (kind: PrintedLine['kind']) =>
    lines.flatMap(({ kind: own, trailing }) =>
      own === kind && trailing !== null && !trailing.negative ? [trailing.amount] : [],
    );
  const sum = (amounts: readonly Minor[]) => amounts.reduce((all, one) => all + one, 0);
  const added = sum(
    lines.flatMap(({ kind, trailing }) =>
      kind === 'adjustment' && trailing !== null
        ? [trailing.negative ? -trailing.amount : trailing.amount]
        : [],
    ),
  );
  const sums = of('sum');
  const due = of('due').at(-1) ?? null;
  const payments = lines.flatMap((line) => {
    const way = paymentMethod(line);
    const amount = line.trailing?.negative ? undefined : line.trailing?.amount;
    return way === null ? [] : [{ way, amount }];
  });
  const amounts = payments.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  return {
    sums,
    subtotals: of('subtotal'),
    // Printed before the adjustment or after it: the sum tells.
    due: due !== null && added !== 0 && sums.includes(due - added) ? due - added : due,
    paid: amounts.length > 0 ? sum(amounts) - sum(of('change')) - added : barePayment(lines),
    // Paid in several ways: the one that paid most.
    payment: [...payments].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))[0]?.way ?? null,
  };
}

/** A line of nothing but an amount and the currency stands among the payments. */
function barePayment(lines: readonly PrintedLine[]): Minor | null {
  const bare = lines.find(({ text, kind }) => kind === 'other' && /\d\s*PLN\W*$/.test(text));
  return bare?.trailing?.amount ?? null;
}

function paymentMethod(line: PrintedLine): ParsedReceipt['payment'] {
  if (line.kind === 'cash') return 'cash';
  if (line.kind === 'card') return 'card';
  if (line.kind !== 'other-payment') return null;
  return /kart|blik|visa|master/i.test(line.text) ? 'card' : 'other';
}
