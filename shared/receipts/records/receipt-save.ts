import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { hasRoomFor } from '#shared/limits/household-size-store.ts';
import { notify } from '#shared/notifications/notify.ts';
import { stockReceipt } from '#shared/pantry/stock-receipt.ts';
import type { MatchedFile } from '#shared/receipts/matching/receipt-matching.ts';
import { isCutOff } from '#shared/receipts/model/reading-cut-off.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { reviewReasons } from '#shared/receipts/model/review-reasons.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { transition } from '#shared/uploads/upload-store.ts';
import type { Run } from '#shared/uploads/workflow.ts';
import { removeCutOff } from './cut-off-store.ts';
import { isStockedByDuplicate } from './duplicate-store.ts';
import { insertItems, insertReceipt } from './receipt-insert-store.ts';
import { statusOfUpload } from './receipt-store.ts';

/**
 * Saves what was read, in one transaction: receipt, items, the pantry's lots when it needs no
 * review first, what the household is told, and the end of the upload. Running twice changes nothing; another attempt takes
 * the place of one that was cut off.
 */
export async function saveReceipt(run: Run, file: MatchedFile): Promise<void> {
  const { householdId, uploadId } = run;
  const reasons = reviewReasons(file.receipt);
  await withHousehold(run, async (client) => {
    await removeCutOff(client, run);
    // Into a full pantry nothing goes by itself: somebody makes room and confirms.
    const { length } = file.receipt.items;
    const isFull = reasons.length === 0 && !(await hasRoomFor(client, 'lots', length));
    const status = reasons.length === 0 && !isFull ? 'done' : 'needs-review';
    const id = await insertReceipt(client, householdId, uploadId, file, status);
    if (id !== undefined) {
      await insertItems(client, householdId, id, file);
      const data = { uploadId, receiptId: id, status } as const;
      await notify(client, { householdId, type: 'receipt.ready', eventKey: `receipt ${id}`, data });
      const boughtOn = file.receipt.date;
      const fills = status === 'done' && boughtOn !== null;
      // A purchase photographed twice fills the pantry once: by the first that needs no review.
      if (fills && !(await isStockedByDuplicate(client, id))) {
        await stockReceipt(client, householdId, id, boughtOn);
      }
    }
    // One that was there already may have been confirmed meanwhile.
    const saved = id === undefined ? await statusOfUpload(client, uploadId) : status;
    if (saved === 'done') {
      await transition(client, run, 'receiptSaved');
    } else {
      const problem = problemOf(isFull ? 'pantry-full' : problemCodeOf(file.receipt));
      await transition(client, run, 'reviewNeeded', { problem });
    }
  });
  await relayHousehold(run);
}

/** What a person is asked to do about a receipt that is not sure. */
function problemCodeOf(receipt: ParsedReceipt): string {
  if (isCutOff(receipt)) return 'reading-cut-off';
  return receipt.items.length === 0 ? 'please-retake' : 'please-check';
}
