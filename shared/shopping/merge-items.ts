import type { HouseholdAlias } from '#shared/products/household-alias.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { baseUnitOf, writtenAmount } from '#shared/quantities/base-unit.ts';
import type { NewShoppingItem } from './shopping-schema.ts';
import { unitRatio } from './unit-ratio.ts';

/**
 * One item for each thing, with units converted: 500 g of flour and 1 kg of flour are 1500 g. What cannot
 * be compared, like two lemons and a glass of juice, stays apart.
 */
export function mergedItems(
  items: readonly NewShoppingItem[],
  aliases: readonly HouseholdAlias[],
): NewShoppingItem[] {
  const merged: NewShoppingItem[] = [];
  for (const item of items) {
    const same = merged.findIndex((other) => joined(other, item, aliases) !== undefined);
    const both = same === -1 ? undefined : joined(merged[same], item, aliases);
    if (both === undefined) merged.push(item);
    else merged[same] = both;
  }
  return merged;
}

function joined(
  a: NewShoppingItem | undefined,
  b: NewShoppingItem,
  aliases: readonly HouseholdAlias[],
): NewShoppingItem | undefined {
  if (a === undefined) return undefined;
  const product = productOf(a.name, aliases);
  const isSame =
    product === null ? fold(a.name) === fold(b.name) : product === productOf(b.name, aliases);
  if (!isSame) return undefined;
  if (a.quantity === undefined || b.quantity === undefined) {
    return { ...a, ...(b.quantity && { quantity: b.quantity }) };
  }
  const [unit, factor] = baseUnitOf(a.quantity.unit);
  const [other, otherFactor] = baseUnitOf(b.quantity.unit);
  const ratio = unitRatio(other, unit, product);
  if (ratio === undefined) return undefined;
  const value = Number(a.quantity.value) * factor + Number(b.quantity.value) * otherFactor * ratio;
  return { ...a, quantity: { value: writtenAmount(value), unit: unitOf(unit) } };
}

function unitOf(base: string): 'g' | 'ml' | 'szt' | 'opak' {
  return (['g', 'ml', 'szt', 'opak'] as const).find((one) => one === base) ?? 'szt';
}

function productOf(name: string, aliases: readonly HouseholdAlias[]): string | null {
  return matchProduct(name, aliases).product?.id ?? null;
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase('pl');
}
