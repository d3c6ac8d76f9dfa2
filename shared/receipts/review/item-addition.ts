import type { ClientBase } from 'pg';
import { kindOf } from '#shared/products/category.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import { netValue } from '#shared/receipts/fields/net-value.ts';
import type { NewItem } from '#shared/receipts/records/receipt-schema.ts';
import { saidProduct } from './item-correction.ts';

/** Adds a line that is printed and was not read, below the others. @throws UserError 400 */
export async function addItem(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  item: NewItem,
): Promise<void> {
  const { productKey, productName, category, pack, taughtKind } = await saidProduct(
    client,
    item.product,
    item.name,
  );
  const [gross, discount] = [minorOf(item.gross), minorOf(item.discount)];
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
      productKey,
      productName,
      category,
      item.kind ?? taughtKind ?? kindOf(category),
      item.quantity.value,
      item.quantity.unit,
      pack?.value ?? null,
      pack?.unit ?? null,
      gross,
      discount,
      netValue(gross, discount),
      item.vat ?? null,
    ],
  );
}
