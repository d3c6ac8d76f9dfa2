import type { ClientBase } from 'pg';
import type { FoodItem, ReceiptLot } from './lots-of-receipt.ts';

const COLUMNS = `product_key text, product_name text, category text, quantity numeric,
  unit text, location text, expires_on date, expires_kind text, expires_source text,
  receipt_item_id uuid, package_value numeric, package_unit text`;

/** Not eaten of, moved or corrected. */
const UNTOUCHED = `not exists (select 1 from bookings b where b.lot_id = lots.id and b.kind <> 'add')`;

/** The lines of a receipt that belong into the pantry: what nobody knows waits for a person's answer. */
export async function foodItems(client: ClientBase, receiptId: string): Promise<FoodItem[]> {
  const { rows } = await client.query<FoodItem>(
    `select id, name, product_key, product_name, category, quantity, unit, package_value, package_unit
     from receipt_items where receipt_id = $1 and kind = 'food' and product_name is not null and quantity > 0
     order by line`,
    [receiptId],
  );
  return rows;
}

/** Adds lots with their bookings, unless their lines have some. @returns how many were added */
export async function insertReceiptLots(
  client: ClientBase,
  householdId: string,
  lots: readonly ReceiptLot[],
): Promise<number> {
  const { rowCount } = await client.query(
    `with added as (
       insert into lots (household_id, product_key, product_name, category, quantity, unit, location,
         expires_on, expires_kind, expires_source, receipt_item_id, package_value, package_unit)
       select $1, product_key, product_name, category, quantity, unit, location, expires_on,
         expires_kind, expires_source, receipt_item_id, package_value, package_unit
       from jsonb_to_recordset($2) as lot (${COLUMNS})
       on conflict (receipt_item_id) where receipt_item_id is not null do nothing
       returning id, version, quantity, unit)
     insert into bookings (household_id, lot_id, lot_version, kind, change, unit)
     select $1, id, version, 'add', quantity, unit from added`,
    [householdId, JSON.stringify(lots)],
  );
  return rowCount ?? 0;
}

export async function markStocked(client: ClientBase, receiptId: string): Promise<void> {
  await client.query('update receipts set stocked_at = coalesce(stocked_at, now()) where id = $1', [
    receiptId,
  ]);
}

/** Writes over the lots of the same lines, and over what their bookings added, where untouched. */
export async function updateUntouchedLots(
  client: ClientBase,
  lots: readonly ReceiptLot[],
): Promise<void> {
  await client.query(
    `with corrected as (
       update lots set product_key = new.product_key, product_name = new.product_name,
         category = new.category, quantity = new.quantity, unit = new.unit, location = new.location,
         expires_on = new.expires_on, expires_kind = new.expires_kind,
         expires_source = new.expires_source, package_value = new.package_value,
         package_unit = new.package_unit, version = version + 1
       from jsonb_to_recordset($1) as new (${COLUMNS})
       where lots.receipt_item_id = new.receipt_item_id and ${UNTOUCHED}
       returning id, lots.quantity, lots.unit)
     update bookings set change = corrected.quantity, unit = corrected.unit
     from corrected where lot_id = corrected.id`,
    [JSON.stringify(lots)],
  );
}

/** Gives the lot of a line, touched or not, and what was split off it, another product. */
export async function renameLotOfItem(
  client: ClientBase,
  itemId: string,
  product: Pick<ReceiptLot, 'product_key' | 'product_name' | 'category'>,
): Promise<void> {
  await client.query(
    `update lots set product_key = $2, product_name = $3, category = $4, version = version + 1
     where receipt_item_id = $1 or origin_lot_id in (select id from lots where receipt_item_id = $1)`,
    [itemId, product.product_key, product.product_name, product.category],
  );
}

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

/** The lines of a receipt whose lots, now locked, somebody has touched. */
export async function touchedItems(client: ClientBase, receiptId: string): Promise<Set<string>> {
  await lockLotsOfReceipt(client, receiptId);
  const { rows } = await client.query<{ id: string }>(
    `select i.id from receipt_items i join lots on lots.receipt_item_id = i.id
     where i.receipt_id = $1 and not (${UNTOUCHED})`,
    [receiptId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes the lot of a line back out of the pantry, unless somebody has touched it. */
export async function removeUntouchedLot(client: ClientBase, itemId: string): Promise<void> {
  await client.query(`delete from lots where receipt_item_id = $1 and ${UNTOUCHED}`, [itemId]);
}

/** The same for all lines of a receipt, or for those that are no food. */
export async function removeUntouchedLots(
  client: ClientBase,
  receiptId: string,
  which: 'all' | 'non-food',
): Promise<void> {
  await client.query(
    `delete from lots where ${UNTOUCHED} and receipt_item_id in
       (select id from receipt_items where receipt_id = $1 and ($2 = 'all' or kind <> 'food'))`,
    [receiptId, which],
  );
}

/** The bookings that put a receipt into the pantry, by line. */
export async function bookingsOfReceipt(client: ClientBase, receiptId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select b.id from bookings b join lots l on l.id = b.lot_id
       join receipt_items i on i.id = l.receipt_item_id
     where i.receipt_id = $1 and b.kind = 'add' order by i.line`,
    [receiptId],
  );
  return rows.map(({ id }) => id);
}
