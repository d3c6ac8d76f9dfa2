import type { Reading } from '#shared/reading/model/reading.ts';
import { reconcileReceipt } from '#shared/receipts/balance/reconcile-receipt.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { type ReceiptDraft, readDraft } from '#shared/receipts/parse/read-draft.ts';

/** A reading with its draft and the receipt that it makes without the others. */
export interface ParsedReading {
  readonly reading: Reading;
  readonly draft: ReceiptDraft;
  readonly receipt: ParsedReceipt;
}

/** All readings are compared again after each new one; the parsed form of each stays the same. */
const cache = new WeakMap<Reading, ParsedReading & { readonly latest: string }>();

/** Parses a reading, once as long as the object lives. @param latest as for `readDraft` */
export function parseReading(reading: Reading, latest: string): ParsedReading {
  const before = cache.get(reading);
  if (before?.latest === latest) return before;
  const draft = readDraft(reading, latest);
  const read = { reading, draft, receipt: reconcileReceipt(draft), latest };
  cache.set(reading, read);
  return read;
}
