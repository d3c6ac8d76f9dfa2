import type { ClientBase } from 'pg';
import { UserError } from '#shared/errors/user-error.ts';
import { removeUntouchedLot } from '#shared/pantry/receipt-lot-store.ts';
import { learnAlias, readAliases } from '#shared/products/alias-store.ts';
import { categories, kindOf } from '#shared/products/category.ts';
import { products } from '#shared/products/product.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import { netValue } from '#shared/receipts/fields/net-value.ts';
import { type ItemProduct, productOf } from '#shared/receipts/matching/receipt-matching.ts';
import type { ItemChange, NewItem } from '#shared/receipts/records/receipt-schema.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';

/** Corrects one line; what it says about the product is learned for its printed name. */
export async function correctItem(
  client: ClientBase,
  householdId: string,
  item: ItemRow,
  change: ItemChange,
): Promise<void> {
  if (change.remove) {
    await removeUntouchedLot(client, item.id);
    await client.query('delete from receipt_items where id = $1', [item.id]);
    return;
  }
  const product = await correctedProduct(client, item, change);
  await learnFrom(client, householdId, item, change, product);
  if (product?.productName != null) {
    await client.query(
      `update lots set product_key = $2, product_name = $3, category = $4, version = version + 1
       where receipt_item_id = $1`,
      [item.id, product.productKey, product.productName, product.category],
    );
  }
  const { gross, discount, net, isPriced } = amountsOf(item, change);
  await client.query(
    `update receipt_items set name = $2, quantity = $3, unit = $4, gross_minor = $5::int,
       discount_minor = $6, kind = $7, product_key = $8, product_name = $9,
       category = $10, package_value = coalesce($11, package_value),
       package_unit = coalesce($12, package_unit), printed_name = coalesce(printed_name, name),
       net_minor = $13, unit_price_minor = case when $14 and $3::numeric > 0
         then round($5::int / $3::numeric) else unit_price_minor end,
       reasons = '{}', repairs = '[]', confidence = 1 where id = $1`,
    [
      item.id,
      change.name ?? item.name,
      change.quantity?.value ?? item.quantity,
      change.quantity?.unit ?? item.unit,
      gross,
      discount,
      change.kind ?? kindAfter(item, product),
      product === undefined ? item.product_key : product.productKey,
      product === undefined ? item.product_name : product.productName,
      product === undefined ? item.category : product.category,
      change.package?.value ?? null,
      change.package?.unit ?? null,
      net,
      isPriced,
    ],
  );
}

/** @returns `isPriced` where one of it costs something else now @throws UserError 400 */
function amountsOf(item: ItemRow, change: ItemChange) {
  const gross = minorOf(change.gross) ?? item.gross_minor;
  const discount = minorOf(change.discount) ?? item.discount_minor;
  // A line that was read with a negative value (goods given back) may still be renamed.
  const isAmount = change.gross !== undefined || change.discount !== undefined;
  const net = isAmount ? netValue(gross, discount) : item.net_minor;
  return { gross, discount, net, isPriced: (change.gross ?? change.quantity) !== undefined };
}

/** A line that turns out to be shampoo is no food any more, and the other way round. */
function kindAfter({ kind }: ItemRow, product: ItemProduct | undefined): ItemRow['kind'] {
  return product?.category == null ? kind : kindOf(product.category);
}

/** Every correction but those of amounts is a lesson for the name that the till printed. */
async function learnFrom(
  client: ClientBase,
  householdId: string,
  item: ItemRow,
  { kind, package: pack }: ItemChange,
  product: ItemProduct | undefined,
): Promise<void> {
  const name = product?.productName;
  if (name == null && kind === undefined && pack === undefined) return;
  const category = product?.category ?? null;
  await learnAlias(client, householdId, item.printed_name ?? item.name, {
    ...(name != null && { product: { key: product?.productKey ?? null, name, category } }),
    ...(kind !== undefined && { kind }),
    ...(pack !== undefined && { pack: { value: Number(pack.value), unit: pack.unit } }),
  });
}

/** What the correction says the product is; nothing when it says nothing about it. */
async function correctedProduct(
  client: ClientBase,
  item: ItemRow,
  change: ItemChange,
): Promise<ItemProduct | undefined> {
  const { category } = change;
  if (category !== undefined && !categories.has(category)) throw unknownCategory(category);
  if (change.product === undefined && (change.name === undefined || change.name === item.name)) {
    if (category === undefined) return undefined;
    const { product_key: productKey, product_name: productName } = item;
    const name = productName ?? item.name;
    return { productKey, productName: name, category, pack: null, taughtKind: null };
  }
  const said = await saidProduct(client, change.product, change.name ?? item.name);
  return category === undefined ? said : { ...said, category };
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
    const product = products().get(said.id);
    if (product === undefined) throw unknownProduct(said.id);
    const { id: productKey, pl: productName, category } = product;
    return { productKey, productName, category, pack: null, taughtKind: null };
  }
  const words = said?.name ?? name;
  const known = productOf(words, await readAliases(client));
  return known.productName === null ? { ...known, productName: words } : known;
}

function unknownCategory(key: string): UserError {
  const text = { pl: `Nie ma kategorii ${key}.`, en: `There is no category ${key}.` };
  return new UserError('bad-input', 'unknown-category', text);
}

function unknownProduct(id: string): UserError {
  const text = { pl: `Nie znamy produktu ${id}.`, en: `There is no product ${id}.` };
  return new UserError('bad-input', 'unknown-product', text);
}
