import type { ClientBase } from 'pg';
import type { Place } from '#shared/reading/model/place.ts';
import type { ItemRow } from './receipt-store.ts';

/** What a person's correction makes of a line. */
export interface ItemCorrection {
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly gross: number;
  readonly discount: number;
  readonly net: number;
  /** Whether one of it costs something else now. */
  readonly isPriced: boolean;
  readonly kind: ItemRow['kind'];
  readonly productKey: string | null;
  readonly productName: string | null;
  readonly category: string | null;
  /** Null leaves the size as it was. */
  readonly pack: { readonly value: string; readonly unit: string } | null;
}

/** Corrects a line; from then on nothing about it is doubtful. */
export async function updateItem(
  client: ClientBase,
  id: string,
  item: ItemCorrection,
): Promise<void> {
  await client.query(
    `update receipt_items set name = $2, quantity = $3, unit = $4, gross_minor = $5::int,
       discount_minor = $6, kind = $7, product_key = $8, product_name = $9,
       category = $10, package_value = coalesce($11, package_value),
       package_unit = coalesce($12, package_unit), printed_name = coalesce(printed_name, name),
       net_minor = $13, unit_price_minor = case when $14 and $3::numeric > 0
         then round($5::int / $3::numeric) else unit_price_minor end,
       reasons = '{}', repairs = '[]', confidence = 1 where id = $1`,
    [
      id,
      item.name,
      item.quantity,
      item.unit,
      item.gross,
      item.discount,
      item.kind,
      item.productKey,
      item.productName,
      item.category,
      item.pack?.value ?? null,
      item.pack?.unit ?? null,
      item.net,
      item.isPriced,
    ],
  );
}

/** A line that a person adds. */
export interface ItemInsert extends Omit<ItemCorrection, 'isPriced' | 'pack'> {
  readonly pack: { readonly value: number; readonly unit: string } | null;
  readonly vat: string | null;
}

/** Adds a line below the others. */
export async function insertItem(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  item: ItemInsert,
): Promise<void> {
  await client.query(
    `insert into receipt_items
       (household_id, receipt_id, line, name, product_key, product_name, category, kind, quantity,
        unit, package_value, package_unit, unit_price_minor, gross_minor, discount_minor, net_minor,
        vat, confidence)
     select $1, $2, coalesce(max(line), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11,
       round($12::numeric / $8::numeric), $12, $13, $14, $15, 1
     from receipt_items where receipt_id = $2`,
    [
      householdId,
      receiptId,
      item.name,
      item.productKey,
      item.productName,
      item.category,
      item.kind,
      item.quantity,
      item.unit,
      item.pack?.value ?? null,
      item.pack?.unit ?? null,
      item.gross,
      item.discount,
      item.net,
      item.vat,
    ],
  );
}

export async function deleteItem(client: ClientBase, id: string): Promise<void> {
  await client.query('delete from receipt_items where id = $1', [id]);
}

/** In which upload a line stands, and where; nothing when the receipt has no such line. */
export async function findItemPlace(
  client: ClientBase,
  receiptId: string,
  itemId: string,
): Promise<{ readonly upload_id: string; readonly place: Place | null } | undefined> {
  const { rows } = await client.query<{ upload_id: string; place: Place | null }>(
    `select r.upload_id, i.place from receipt_items i join receipts r on r.id = i.receipt_id
     where i.id = $1 and r.id = $2`,
    [itemId, receiptId],
  );
  return rows[0];
}
