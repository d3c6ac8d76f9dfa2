import { lineValue } from '#shared/receipts/fields/amount.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';

/** A balanced receipt beats every other, whatever else speaks for that one. */
const BALANCED_SCORE = 1000;
/** Each repair makes it a little less what was read. */
const REPAIR_PENALTY = 8;
/** More readings with the same total than this prove nothing more. */
const MAX_AGREEING = 3;

/** How strongly the printed numbers agree with one another, and with the other readings. */
export function receiptScore(receipt: ParsedReceipt, all: readonly ParsedReceipt[] = []): number {
  let score = receipt.balance.ok ? BALANCED_SCORE : 0;
  if (receipt.total !== null) score += 20;
  if (receipt.taxes.length > 0 && !receipt.reasons.includes('tax-table')) score += 20;
  if (receipt.date !== null) score += 5;
  if (receipt.merchant.nip !== null) score += 5;
  const agreeing = all.filter((other) => other !== receipt && other.total === receipt.total);
  if (receipt.total !== null) score += 10 * Math.min(agreeing.length, MAX_AGREEING);
  score -= REPAIR_PENALTY * (receipt.repairs?.length ?? 0);
  for (const item of receipt.items) {
    score += 2 + item.confidence - REPAIR_PENALTY * (item.repairs?.length ?? 0);
    if (lineValue(item.quantityMilli, item.unitPrice) === item.gross) score += 2;
    if (item.vat !== null) score += 1;
  }
  return score;
}
