import type { ClientBase } from 'pg';
import { UserError } from '#shared/errors/user-error.ts';
import { learnAlias, readAliases } from '#shared/products/alias-store.ts';
import { products } from '#shared/products/product.ts';
import { type ItemProduct, productOf } from './receipt-matching.ts';
import { minorOf } from './receipt-quantity.ts';
import type { ItemChange, NewItem } from './receipt-schema.ts';
import type { ItemRow } from './receipt-store.ts';

/** Corrects one line; what it says about the product is learned for its printed name. */
export async function correctItem(
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
  if (change.product === undefined && (change.name === undefined || change.name === item.name)) {
    return undefined;
  }
  return await saidProduct(client, change.product, change.name ?? item.name);
}

/**
 * The product a person names: a shipped one by id, a word of their own, or what the line's name means.
 * @throws UserError 400 for an id that nothing has
 */
export async function saidProduct(
  client: ClientBase,
  said: NewItem['product'],
  name: string,
): Promise<ItemProduct> {
  if (said !== undefined && 'id' in said) {
    const product = products.get(said.id);
    if (product === undefined) throw unknownProduct(said.id);
    const { id: productKey, pl: productName, category } = product;
    return { productKey, productName, category, pack: null };
  }
  const words = said?.name ?? name;
  const known = productOf(words, await readAliases(client));
  return known.productName === null ? { ...known, productName: words } : known;
}

function unknownProduct(id: string): UserError {
  const text = { pl: `Nie znamy produktu ${id}.`, en: `There is no product ${id}.` };
  return new UserError('bad-input', 'unknown-product', text);
}
