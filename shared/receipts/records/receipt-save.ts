import { withHousehold } from '#shared/database/with-household.ts';
import { stockReceipt } from '#shared/pantry/stock-receipt.ts';
import type { MatchedFile } from '#shared/receipts/matching/receipt-matching.ts';
import { reviewReasons } from '#shared/receipts/model/review-reasons.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { transition } from '#shared/uploads/upload-store.ts';
import type { Run } from '#shared/uploads/workflow.ts';
import { isStockedElsewhere } from './duplicate-store.ts';
import { insertItems, insertReceipt } from './receipt-insert-store.ts';

/**
 * Saves what was read, in one transaction: receipt, items, the pantry's lots when nobody needs to
 * look at it first, and the end of the upload. Running twice changes nothing.
 */
export async function saveReceipt(run: Run, file: MatchedFile): Promise<void> {
  const { householdId, uploadId } = run;
  const reasons = reviewReasons(file.receipt);
  const status = reasons.length === 0 ? 'done' : 'needs-review';
  await withHousehold(run, async (client) => {
    const id = await insertReceipt(client, householdId, uploadId, file, status);
    if (id !== undefined) {
      await insertItems(client, householdId, id, file);
      const boughtOn = file.receipt.date;
      const fills = status === 'done' && boughtOn !== null;
      // The same shopping photographed twice fills the pantry once: by the first that needs no look.
      if (fills && !(await isStockedElsewhere(client, id))) {
        await stockReceipt(client, householdId, id, boughtOn);
      }
    }
    if (status === 'done') {
      await transition(client, run, 'receiptSaved');
    } else {
      const unreadable = file.receipt.items.length === 0;
      const problem = problemOf(unreadable ? 'please-retake' : 'please-check');
      await transition(client, run, 'reviewNeeded', { problem });
    }
  });
}
