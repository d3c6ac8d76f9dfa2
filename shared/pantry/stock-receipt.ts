import type { ClientBase } from 'pg';
import { LOT_COLUMNS, lotsOfReceipt } from './lots-of-receipt.ts';

/**
 * Puts the food of a receipt into the pantry, each line as a lot with an expiry of its own. Lines
 * that are in it already stay as they are, so doing it twice adds nothing.
 * @returns how many lots were added
 */
export async function stockReceipt(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  boughtOn: string,
): Promise<number> {
  const { rowCount } = await client.query(
    `with added as (
       insert into lots (household_id, product_key, product_name, category, quantity, unit, location,
         expires_on, expires_kind, expires_source, receipt_item_id, package_value, package_unit)
       select $1, product_key, product_name, category, quantity, unit, location, expires_on,
         expires_kind, expires_source, receipt_item_id, package_value, package_unit
       from jsonb_to_recordset($2) as lot (${LOT_COLUMNS})
       on conflict (receipt_item_id) where receipt_item_id is not null do nothing
       returning id, version, quantity, unit)
     insert into bookings (household_id, lot_id, lot_version, kind, change, unit)
     select $1, id, version, 'add', quantity, unit from added`,
    [householdId, await lotsOfReceipt(client, receiptId, boughtOn)],
  );
  await client.query('update receipts set stocked_at = coalesce(stocked_at, now()) where id = $1', [
    receiptId,
  ]);
  return rowCount ?? 0;
}
