import type { ClientBase } from 'pg';
import { LOT_COLUMNS, lotsOfReceipt } from './lots-of-receipt.ts';
import { stockReceipt } from './stock-receipt.ts';

const UNTOUCHED = `not exists (select 1 from bookings b where b.lot_id = lots.id and b.kind <> 'add')`;

/**
 * Locks the lots of a receipt, in the order of ids to avoid deadlocks. Without the lock a concurrent
 * transaction may have booked on a lot whose booking is not visible yet.
 */
export async function lockLotsOfReceipt(client: ClientBase, receiptId: string): Promise<void> {
  await client.query(
    `select 1 from lots where receipt_item_id in (select id from receipt_items where receipt_id = $1)
     order by id for update`,
    [receiptId],
  );
}

/** The lines of a receipt whose lots, now locked, somebody has eaten of, moved or corrected. */
export async function touchedLines(client: ClientBase, receiptId: string): Promise<Set<string>> {
  await lockLotsOfReceipt(client, receiptId);
  const { rows } = await client.query<{ id: string }>(
    `select i.id from receipt_items i join lots on lots.receipt_item_id = i.id
     where i.receipt_id = $1 and not (${UNTOUCHED})`,
    [receiptId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes what came into the pantry back out of it, as far as nobody has touched it. */
export async function unstock(client: ClientBase, itemIds: readonly string[]): Promise<void> {
  await client.query(`delete from lots where receipt_item_id = any($1) and ${UNTOUCHED}`, [
    itemIds,
  ]);
}

/**
 * Brings what a receipt put into the pantry up to its corrected lines and date: amount, product,
 * place and expiry of every lot that nobody has touched. What is no food leaves, what has become
 * food comes in.
 */
export async function restockReceipt(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  boughtOn: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from receipt_items where receipt_id = $1 and kind <> 'food'`,
    [receiptId],
  );
  await unstock(
    client,
    rows.map(({ id }) => id),
  );
  await client.query(
    `with corrected as (
       update lots set product_key = new.product_key, product_name = new.product_name,
         category = new.category, quantity = new.quantity, unit = new.unit, location = new.location,
         expires_on = new.expires_on, expires_kind = new.expires_kind,
         expires_source = new.expires_source, package_value = new.package_value,
         package_unit = new.package_unit, version = version + 1
       from jsonb_to_recordset($1) as new (${LOT_COLUMNS})
       where lots.receipt_item_id = new.receipt_item_id and ${UNTOUCHED}
       returning id, lots.quantity, lots.unit)
     update bookings set change = corrected.quantity, unit = corrected.unit
     from corrected where lot_id = corrected.id`,
    [await lotsOfReceipt(client, receiptId, boughtOn)],
  );
  await stockReceipt(client, householdId, receiptId, boughtOn);
}
