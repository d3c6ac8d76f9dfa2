import type { Minor } from '#shared/money/money.ts';
import type { PrintedLine } from './printed-line.ts';
import type { ParsedReceipt } from './receipt.ts';

/** Every place a receipt prints what was to pay. */
export interface Totals {
  /** SUMA / RAZEM in the order printed. */
  readonly sums: readonly Minor[];
  /** PODSUMA: the goods so far. */
  readonly subtotals: readonly Minor[];
  /** DO ZAPŁATY: after deposits. */
  readonly due: Minor | null;
  /** Payments minus change; null when none was read. */
  readonly paid: Minor | null;
  readonly payment: ParsedReceipt['payment'];
}

export function readTotals(lines: readonly PrintedLine[]): Totals {
  const sums: Minor[] = [];
  const subtotals: Minor[] = [];
  let due: Minor | null = null;
  let paid: Minor | null = null;
  let change = 0;
  let payment: ParsedReceipt['payment'] = null;
  for (const line of lines) {
    const amount = line.tail?.negative ? undefined : line.tail?.amount;
    if (line.kind === 'sum' && amount !== undefined) sums.push(amount);
    if (line.kind === 'subtotal' && amount !== undefined) subtotals.push(amount);
    if (line.kind === 'due' && amount !== undefined) due = amount;
    if (line.kind === 'change') change += amount ?? 0;
    const way = wayOf(line);
    if (way === null) continue;
    payment ??= way;
    if (amount !== undefined) paid = (paid ?? 0) + amount;
  }
  if (paid === null) {
    // A line of nothing but an amount and the currency stands among the payments.
    const bare = lines.find((line) => /\d\s*PLN\W*$/.test(line.text) && line.kind === 'other');
    if (bare?.tail) return { sums, subtotals, due, paid: bare.tail.amount, payment };
  }
  return { sums, subtotals, due, paid: paid === null ? null : paid - change, payment };
}

function wayOf(line: PrintedLine): ParsedReceipt['payment'] {
  if (line.kind === 'cash') return 'cash';
  if (line.kind === 'card') return 'card';
  if (line.kind !== 'other-payment') return null;
  return /kart|blik|visa|master/i.test(line.text) ? 'card' : 'other';
}
