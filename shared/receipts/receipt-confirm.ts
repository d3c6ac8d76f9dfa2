import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import type { HouseholdContext } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { stockReceipt } from '#shared/pantry/stock-receipt.ts';
import { findReceipt } from './receipt-store.ts';
import { handOverCopies, isStockedElsewhere } from './same-shopping.ts';

/**
 * Says that a receipt is right and fills the pantry from it. One that does not balance may be
 * confirmed too and stays marked. Twice is once.
 * @returns the bookings that put it into the pantry; none when another photograph of it did
 * @throws UserError 404, 409 without a date
 */
export async function confirmReceipt(who: HouseholdContext, id: string): Promise<string[]> {
  return await withHousehold(who, (client) => confirm(client, who.householdId, id));
}

/** {@link confirmReceipt} within a transaction. */
export async function confirm(
  client: ClientBase,
  householdId: string,
  id: string,
): Promise<string[]> {
  const row = await findReceipt(client, id, 'for update of r');
  if (row.stocked_at === null && !(await isStockedElsewhere(client, id))) {
    if (row.purchased_on === null) throw dateMissing();
    await stockReceipt(client, householdId, id, row.purchased_on);
  }
  await client.query(
    `update receipts set status = 'done', version = version + 1 where id = $1 and status <> 'done'`,
    [id],
  );
  await client.query(
    `update uploads set status = 'done', problem = null, updated_at = now()
     where id = $1 and status in ('needs-review', 'failed')`,
    [row.upload_id],
  );
  return await bookingsOf(client, id);
}

/** Forgets a receipt; what it put into the pantry and nobody has touched goes with it. */
export async function removeReceipt(who: HouseholdContext, id: string): Promise<void> {
  await withHousehold(who, async (client) => {
    const { upload_id: uploadId } = await findReceipt(client, id, 'for update of r');
    await client.query(
      `delete from lots where receipt_item_id in (select id from receipt_items where receipt_id = $1)
         and not exists (select 1 from bookings where lot_id = lots.id and kind <> 'add')`,
      [id],
    );
    await handOverCopies(client, id);
    // With its upload: the same photograph may be sent again afterwards.
    await client.query('delete from uploads where id = $1', [uploadId]);
  });
}

async function bookingsOf(client: ClientBase, receiptId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select b.id from bookings b join lots l on l.id = b.lot_id
       join receipt_items i on i.id = l.receipt_item_id
     where i.receipt_id = $1 and b.kind = 'add' order by i.line`,
    [receiptId],
  );
  return rows.map(({ id }) => id);
}

function dateMissing(): UserError {
  return new UserError('conflict', 'date-missing', {
    pl: 'Podaj najpierw datę zakupu: od niej liczy się trwałość.',
    en: 'Say first when it was bought: expiry is counted from there.',
  });
}
