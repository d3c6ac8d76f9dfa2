import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import {
  bookingsOfReceipt,
  lockLotsOfReceipt,
  removeUntouchedLots,
} from '#shared/pantry/receipt-lot-store.ts';
import { stockReceipt } from '#shared/pantry/stock-receipt.ts';
import {
  isStockedByDuplicate,
  promoteDuplicate,
} from '#shared/receipts/records/duplicate-store.ts';
import { findReceipt, markConfirmed } from '#shared/receipts/records/receipt-store.ts';
import { deleteUpload, transition } from '#shared/uploads/upload-store.ts';

/**
 * Marks a receipt as right and fills the pantry from it. One that does not balance may be
 * confirmed too and stays marked. Twice is once.
 * @returns the bookings that put it into the pantry; none when another photograph of it did
 * @throws UserError 404, 409 without a date
 */
export async function confirmReceipt(household: HouseholdContext, id: string): Promise<string[]> {
  return await withHousehold(household, (client) =>
    confirmInTransaction(client, household.householdId, id),
  );
}

/** {@link confirmReceipt} within a transaction. */
export async function confirmInTransaction(
  client: ClientBase,
  householdId: string,
  id: string,
): Promise<string[]> {
  const row = await findReceipt(client, id, 'for update of r');
  if (row.stocked_at === null && !(await isStockedByDuplicate(client, id))) {
    if (row.purchased_on === null) throw dateMissing();
    await stockReceipt(client, householdId, id, row.purchased_on);
  }
  await markConfirmed(client, id);
  await transition(client, { uploadId: row.upload_id }, 'reviewConfirmed');
  return await bookingsOfReceipt(client, id);
}

/** Forgets a receipt; what it put into the pantry is removed too while untouched. */
export async function removeReceipt(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, async (client) => {
    const { upload_id: uploadId } = await findReceipt(client, id, 'for update of r');
    await lockLotsOfReceipt(client, id);
    await removeUntouchedLots(client, id, 'all');
    await promoteDuplicate(client, id);
    // With its upload: the same photograph may be sent again afterwards.
    await deleteUpload(client, uploadId);
  });
}

function dateMissing(): UserError {
  return new UserError('conflict', 'date-missing', {
    pl: 'Podaj najpierw datę zakupu: od niej liczy się trwałość.',
    en: 'Say first when it was bought: expiry is counted from there.',
  });
}
