import type { ClientBase } from 'pg';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { lockLotsOfItem } from '#shared/pantry/lot-store.ts';
import { removeUntouchedLot, renameLotOfItem } from '#shared/pantry/receipt-lot-store.ts';
import { redateLots } from '#shared/pantry/redate-lots.ts';
import { learnAlias, readAliases } from '#shared/products/alias-store.ts';
import { kindOf } from '#shared/products/category.ts';
import type { AliasCorrection } from '#shared/products/household-alias.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import { netValue } from '#shared/receipts/fields/net-value.ts';
import type { ItemProduct } from '#shared/receipts/matching/receipt-matching.ts';
import {
  deleteItem,
  type ItemCorrection,
  updateItem,
} from '#shared/receipts/records/item-store.ts';
import type { ItemChange } from '#shared/receipts/records/receipt-schema.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';
import { changesProduct, correctedProduct } from './corrected-product.ts';

/** Corrects one line; a corrected product is learned for its printed name. */
export async function correctItem(
  client: ClientBase,
  householdId: string,
  item: ItemRow,
  change: ItemChange,
): Promise<void> {
  if (change.remove) {
    await removeUntouchedLot(client, item.id);
    await deleteItem(client, item.id);
    return;
  }
  const aliases = changesProduct(item, change) ? await readAliases(client) : [];
  const product = correctedProduct(item, change, aliases);
  const lesson = lessonOf(change, product);
  if (lesson !== undefined) {
    await learnAlias(client, householdId, item.printed_name ?? item.name, lesson);
  }
  await updateItem(client, item.id, correctionOf(item, change, product));
  if (product?.productName != null) {
    const { productKey: product_key, productName: product_name, category } = product;
    await renameStocked(client, item.id, { product_key, product_name, category });
  }
}

/** Gives what a line brought into the pantry another product, and the expiry that follows from it. */
export async function renameStocked(
  client: ClientBase,
  itemId: string,
  product: LotProduct,
): Promise<void> {
  const lots = await lockLotsOfItem(client, itemId);
  await renameLotOfItem(client, itemId, product);
  await redateLots(
    client,
    lots.filter((lot) => isOther(lot, product)),
    product,
  );
}

type LotProduct = Pick<LotRow, 'product_key' | 'product_name' | 'category'>;

function isOther(lot: LotProduct, { product_key, product_name, category }: LotProduct): boolean {
  const isSame = lot.product_key === product_key && lot.product_name === product_name;
  return !isSame || lot.category !== category;
}

function correctionOf(
  item: ItemRow,
  change: ItemChange,
  product: ItemProduct | undefined,
): ItemCorrection {
  const { product_key: productKey, category } = item;
  return {
    ...(product ?? { productKey, productName: namedAsFood(item, change), category }),
    ...amountsOf(item, change),
    name: change.name ?? item.name,
    quantity: change.quantity?.value ?? item.quantity,
    unit: change.quantity?.unit ?? item.unit,
    kind: change.kind ?? kindAfter(item, product),
    pack: change.package ?? null,
  };
}

/** Somebody who says that an unknown line is food gives it its printed name. */
function namedAsFood(item: ItemRow, { kind, name }: ItemChange): string | null {
  return item.product_name ?? (kind === 'food' ? (name ?? item.name) : null);
}

/** @throws UserError 422 */
function amountsOf(item: ItemRow, change: ItemChange) {
  const gross = minorOf(change.gross) ?? item.gross_minor;
  const discount = minorOf(change.discount) ?? item.discount_minor;
  // A line that was read with a negative value (a returned item) may still be renamed.
  const isAmount = change.gross !== undefined || change.discount !== undefined;
  const net = isAmount ? netValue(gross, discount) : item.net_minor;
  return { gross, discount, net, isPriced: (change.gross ?? change.quantity) !== undefined };
}

/** A line that turns out to be shampoo is no food any more, and the other way round. */
function kindAfter({ kind }: ItemRow, product: ItemProduct | undefined): ItemRow['kind'] {
  return product?.category == null ? kind : kindOf(product.category);
}

/** Every correction but those of amounts is a lesson for the name that the till printed. */
function lessonOf(
  { kind, package: pack }: ItemChange,
  product: ItemProduct | undefined,
): AliasCorrection | undefined {
  const name = product?.productName;
  if (name == null && kind === undefined && pack === undefined) return undefined;
  const category = product?.category ?? null;
  return {
    ...(name != null && { product: { key: product?.productKey ?? null, name, category } }),
    ...(kind !== undefined && { kind }),
    ...(pack !== undefined && { pack: { value: Number(pack.value), unit: pack.unit } }),
  };
}
