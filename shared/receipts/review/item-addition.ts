import type { ClientBase } from 'pg';
import { readAliases } from '#shared/products/alias-store.ts';
import { kindOf } from '#shared/products/category.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import { netValue } from '#shared/receipts/fields/net-value.ts';
import { insertItem } from '#shared/receipts/records/item-store.ts';
import type { NewItem } from '#shared/receipts/records/receipt-schema.ts';
import { namedProduct } from './corrected-product.ts';

/** Adds a line that is printed and was not read, below the others. @throws UserError 422 */
export async function addItem(
  client: ClientBase,
  householdId: string,
  receiptId: string,
  item: NewItem,
): Promise<void> {
  const aliases = await readAliases(client);
  const { taughtKind, ...product } = namedProduct(item.product, item.name, aliases);
  const [gross, discount] = [minorOf(item.gross), minorOf(item.discount)];
  await insertItem(client, householdId, receiptId, {
    ...product,
    name: item.name,
    kind: item.kind ?? taughtKind ?? kindOf(product.category),
    quantity: item.quantity.value,
    unit: item.quantity.unit,
    gross,
    discount,
    net: netValue(gross, discount),
    vat: item.vat ?? null,
  });
}
