import { UserError } from '#shared/errors/user-error.ts';
import { categories } from '#shared/products/category.ts';
import type { HouseholdAlias } from '#shared/products/household-alias.ts';
import { products } from '#shared/products/product.ts';
import { type ItemProduct, productOf } from '#shared/receipts/matching/receipt-matching.ts';
import type { ItemChange, NewItem } from '#shared/receipts/records/receipt-schema.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';

/** Whether a correction names another product, by itself or by another name of the line. */
export function changesProduct(item: ItemRow, { product, name }: ItemChange): boolean {
  return product !== undefined || (name !== undefined && name !== item.name);
}

/**
 * The product according to the correction; nothing when it does not concern the product.
 * @param aliases what the household taught; only needed where {@link changesProduct}
 * @throws UserError 422 for a category or an id that nothing has
 */
export function correctedProduct(
  item: ItemRow,
  change: ItemChange,
  aliases: readonly HouseholdAlias[],
): ItemProduct | undefined {
  const { category } = change;
  if (category !== undefined && !categories.has(category)) throw unknownCategory(category);
  if (!changesProduct(item, change)) {
    if (category === undefined) return undefined;
    const { product_key: productKey, product_name: productName } = item;
    const name = productName ?? item.name;
    return { productKey, productName: name, category, pack: null, taughtKind: null };
  }
  const named = namedProduct(change.product, change.name ?? item.name, aliases);
  return category === undefined ? named : { ...named, category };
}

/**
 * The product a person names: a shipped one by id, a word of their own, or what the line's name means.
 * @throws UserError 422 for an id that nothing has
 */
export function namedProduct(
  named: NewItem['product'],
  name: string,
  aliases: readonly HouseholdAlias[],
): ItemProduct {
  if (named !== undefined && 'id' in named) {
    const product = products().get(named.id);
    if (product === undefined) throw unknownProduct(named.id);
    const { id: productKey, pl: productName, category } = product;
    return { productKey, productName, category, pack: null, taughtKind: null };
  }
  const words = named?.name ?? name;
  const known = productOf(words, aliases);
  return known.productName === null ? { ...known, productName: words } : known;
}

function unknownCategory(key: string): UserError {
  const text = { pl: `Nie ma kategorii ${key}.`, en: `There is no category ${key}.` };
  return new UserError('unprocessable', 'unknown-category', text);
}

function unknownProduct(id: string): UserError {
  const text = { pl: `Nie znamy produktu ${id}.`, en: `There is no product ${id}.` };
  return new UserError('unprocessable', 'unknown-product', text);
}
