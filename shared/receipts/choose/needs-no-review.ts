import type { Reading } from '#shared/reading/model/reading.ts';
import { reviewReasons } from '#shared/receipts/model/review-reasons.ts';
import { chooseReceipt } from './choose-receipt.ts';

/** Whether readings make a receipt that balances and needs no review: no other is needed. */
export function needsNoReview(readings: readonly Reading[]): boolean {
  if (readings.length === 0) return false;
  const { receipt } = chooseReceipt(readings);
  return receipt.balance.ok && reviewReasons(receipt).length === 0;
}
