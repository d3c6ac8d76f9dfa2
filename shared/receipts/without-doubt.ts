import type { Reading } from '#shared/reading/reading.ts';
import { parseReceipt } from './parse-receipt.ts';
import { reviewReasons } from './review-reasons.ts';

/** Whether a reading is a receipt that balances and leaves nothing to look at: no other is needed. */
export function isWithoutDoubt(reading: Reading): boolean {
  const receipt = parseReceipt(reading);
  return receipt.balance.ok && reviewReasons(receipt).length === 0;
}
