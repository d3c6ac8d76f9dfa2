import type { Reading } from '#shared/reading/model/reading.ts';
import { settleReceipt } from '#shared/receipts/balance/reconcile-receipt.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { type ReceiptDraft, readDraft } from '#shared/receipts/parse/read-draft.ts';

/** What one reading says, and the receipt that it makes without the others. */
export interface ReadAlone {
  readonly reading: Reading;
  readonly draft: ReceiptDraft;
  readonly receipt: ParsedReceipt;
}

/** The readings of a paper are judged together after each new one; what each says stays the same. */
const known = new WeakMap<Reading, ReadAlone & { readonly latest: string }>();

/** Parses a reading, once as long as the object lives. @param latest as for `readDraft` */
export function readAlone(reading: Reading, latest: string): ReadAlone {
  const before = known.get(reading);
  if (before?.latest === latest) return before;
  const draft = readDraft(reading, latest);
  const read = { reading, draft, receipt: settleReceipt(draft), latest };
  known.set(reading, read);
  return read;
}
