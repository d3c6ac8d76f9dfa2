import type { Reading } from '#shared/reading/model/reading.ts';
import { settleReceipt } from '#shared/receipts/balance/reconcile-receipt.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { readDraft } from '#shared/receipts/parse/read-draft.ts';

/**
 * Reads a receipt out of one reading: pure, never throws, invents nothing.
 * What was not read is null and named in `reasons`; all amounts are grosze.
 * A date after `today` (with a day's grace for time zones) is a misread one and not taken.
 */
export function parseReceipt(reading: Reading, today: Date = new Date()): ParsedReceipt {
  return settleReceipt(readDraft(reading, latestDay(today)));
}

/** The last day a receipt can be of: shops east of here are a day ahead. */
export function latestDay(today: Date): string {
  return new Date(today.getTime() + 86_400_000).toISOString().slice(0, 10);
}
