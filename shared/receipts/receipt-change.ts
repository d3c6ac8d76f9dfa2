import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import { requireMatch } from '#shared/entry/etag.ts';
import type { Request } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { learnAlias, readAliases } from '#shared/products/alias-store.ts';
import { products } from '#shared/products/product.ts';
import { type ItemProduct, productOf } from './receipt-matching.ts';
import type { ItemChange, ReceiptChange } from './receipt-schema.ts';
import { findReceipt, type ItemRow, itemsOf } from './receipt-store.ts';

/** Corrects a receipt and balances it again. @throws UserError 404, 409, 412, 428 */
export async function changeReceipt(
  request: Pick<Request, 'headers' | 'household'>,
  id: string,
  change: ReceiptChange,
): Promise<void> {
  const { householdId } = request.household;
  await withHousehold(request.household, async (client) => {
    const row = await findReceipt(client, id, 'for update of r');
    requireMatch(request, row.version);
    const items = await itemsOf(client, id);
    for (const one of change.items ?? []) {
      const item = items.find((each) => each.id === one.id);
      if (item === undefined) throw unknownItem(one.id);
      if (row.stocked_at !== null && changesStock(one)) throw alreadyStocked();
      await changeItem(client, householdId, item, one);
    }
    await client.query(
      `update receipts set merchant_name = coalesce($2, merchant_name),
         purchased_on = coalesce($3, purchased_on), total_minor = coalesce($4, total_minor),
         version = version + 1 where id = $1`,
      [id, change.merchant?.name ?? null, change.date ?? null, minorOf(change.total)],
    );
    await rebalance(client, id);
  });
}

/** Items less discounts plus deposits against the total; computed where the rows are. */
async function rebalance(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `with sums as (
       select (select coalesce(sum(net_minor), 0) from receipt_items where receipt_id = $1)
            + (select coalesce(sum((deposit ->> 'amount')::int), 0)
               from receipts, jsonb_array_elements(deposits) deposit where id = $1) as goods)
     update receipts set balance_difference_minor = goods - total_minor,
       balance_ok = coalesce(goods = total_minor, false),
       reasons = case when goods = total_minor then array_remove(reasons, 'does-not-balance')
                      else reasons end
     from sums where id = $1`,
    [id],
  );
}

async function changeItem(
  client: ClientBase,
  householdId: string,
  item: ItemRow,
  change: ItemChange,
): Promise<void> {
  if (change.remove) {
    await client.query('delete from receipt_items where id = $1', [item.id]);
    return;
  }
  const product = await correctedProduct(client, item, change);
  if (product?.productName != null) {
    const taught = { key: product.productKey, name: product.productName };
    await learnAlias(client, householdId, item.name, taught);
    await client.query(
      `update lots set product_key = $2, product_name = $3, category = $4, version = version + 1
       where receipt_item_id = $1`,
      [item.id, product.productKey, product.productName, product.category],
    );
  }
  await client.query(
    `update receipt_items set name = $2, quantity = $3, unit = $4, gross_minor = $5,
       discount_minor = $6, net_minor = $5::int - $6::int, kind = $7, product_key = $8, product_name = $9,
       category = $10, reasons = '{}', confidence = 1 where id = $1`,
    [
      item.id,
      change.name ?? item.name,
      change.quantity?.value ?? item.quantity,
      change.quantity?.unit ?? item.unit,
      minorOf(change.gross) ?? item.gross_minor,
      minorOf(change.discount) ?? item.discount_minor,
      change.kind ?? item.kind,
      product === undefined ? item.product_key : product.productKey,
      product === undefined ? item.product_name : product.productName,
      product === undefined ? item.category : product.category,
    ],
  );
}

/** What the correction says the product is; nothing when it says nothing about it. */
async function correctedProduct(
  client: ClientBase,
  item: ItemRow,
  change: ItemChange,
): Promise<ItemProduct | undefined> {
  if (change.product !== undefined && 'id' in change.product) {
    const product = products.get(change.product.id);
    if (product === undefined) throw unknownProduct(change.product.id);
    const { id: productKey, pl: productName, category } = product;
    return { productKey, productName, category, pack: null };
  }
  const words = change.product?.name ?? (change.name === item.name ? undefined : change.name);
  if (words === undefined) return undefined;
  const known = productOf(words, await readAliases(client));
  return known.productName === null ? { ...known, productName: words } : known;
}

function changesStock({ quantity, remove, kind }: ItemChange): boolean {
  return quantity !== undefined || remove !== undefined || kind !== undefined;
}

/** `"12.49"` → 1249; the schema has checked the form. */
function minorOf(amount: string | undefined): number | null {
  return amount === undefined ? null : Number(amount.replace('.', ''));
}

function unknownItem(id: string): UserError {
  const text = { pl: `Paragon nie ma pozycji ${id}.`, en: `The receipt has no item ${id}.` };
  return new UserError('bad-input', 'unknown-item', text);
}

function unknownProduct(id: string): UserError {
  const text = { pl: `Nie znamy produktu ${id}.`, en: `There is no product ${id}.` };
  return new UserError('bad-input', 'unknown-product', text);
}

function alreadyStocked(): UserError {
  return new UserError('conflict', 'already-stocked', {
    pl: 'Produkty są już w spiżarni. Zmień je tam albo usuń paragon.',
    en: 'The food is in the pantry already. Change it there, or delete the receipt.',
  });
}
