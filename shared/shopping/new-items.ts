import { randomUUID } from 'node:crypto';
import type { Locale } from '#shared/context/locale.ts';
import type { BoughtPack } from '#shared/meal-plans/problem/facts.ts';
import { type KnownPack, packOf } from '#shared/meal-plans/problem/pack-of.ts';
import type { PlanPurchase } from '#shared/meal-plans/purchases.ts';
import { toMoney } from '#shared/money/money.ts';
import type { HouseholdAlias } from '#shared/products/household-alias.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { products } from '#shared/products/product.ts';
import { baseUnitOf } from '#shared/quantities/base-unit.ts';
import { aisleOf } from './aisle.ts';
import type { NewShoppingItem, ShoppingItem } from './shopping-schema.ts';

/** What is known of a household's shopping. */
export interface ShoppingFacts {
  readonly aliases: readonly HouseholdAlias[];
  /** By product id. */
  readonly packs: ReadonlyMap<string, BoughtPack>;
  readonly locale: Locale;
}

type Unit = PlanPurchase['food']['unit'];

/** An item that somebody writes down. */
export function writtenItem(
  { name, quantity }: NewShoppingItem,
  { aliases, packs, locale }: ShoppingFacts,
): ShoppingItem {
  const { product, category } = matchProduct(name, aliases);
  const productId = product?.id ?? null;
  const item = { ...empty(name), productId, aisle: aisleOf(category?.key ?? null, locale) };
  if (quantity === undefined) return item;
  const [base, factor] = baseUnitOf(quantity.unit);
  const unit = UNITS.find((one) => one === base);
  if (unit === undefined) return item;
  const needed = Number(quantity.value) * factor;
  // What nobody knows the price of is not estimated: only the household's receipts and known foods are.
  const pack =
    productId === null ? undefined : packOf({ productId, name, unit }, packs.get(productId));
  return { ...item, ...bought(needed, unit, pack) };
}

/** What a plan needs of one food. */
export function plannedItem(
  { food, needed, packs, recipes }: PlanPurchase,
  locale: Locale,
): ShoppingItem {
  const { productId, name, unit, pack } = food;
  const product = products().get(productId ?? '');
  return {
    ...empty(product?.[locale] ?? name),
    productId,
    aisle: aisleOf(product?.category ?? null, locale),
    recipes: [...recipes],
    ...bought(needed, unit, pack, packs),
  };
}

const UNITS = ['g', 'ml', 'szt', 'opak'] as const;

/** How much, in how many packs, for how much. */
export function bought(
  needed: number,
  unit: Unit,
  pack: KnownPack | undefined,
  count = pack === undefined ? 0 : Math.ceil(needed / pack.size - 1e-9),
): Pick<ShoppingItem, 'needed' | 'packs' | 'price' | 'priceSource'> {
  const amount = { value: plainNumber(needed), unit };
  if (pack === undefined) return { needed: amount, packs: null, price: null, priceSource: null };
  return {
    needed: amount,
    packs: { count, size: { value: plainNumber(pack.sold.size), unit: pack.sold.unit } },
    price: toMoney(Math.round(count * pack.price)),
    priceSource: pack.source,
  };
}

function empty(name: string): Omit<ShoppingItem, 'productId' | 'aisle'> {
  return {
    id: randomUUID(),
    name,
    needed: null,
    packs: null,
    price: null,
    priceSource: null,
    recipes: [],
    ticked: false,
    bookingId: null,
    minimumId: null,
  };
}

/** To the thousandth, and never less than was needed. */
function plainNumber(value: number): string {
  return String(Math.ceil(value * 1000 - 1e-6) / 1000);
}
