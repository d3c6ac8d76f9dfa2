import { baseUnitOf } from '#shared/quantities/base-unit.ts';
import type { StockUnit } from '#shared/quantities/stock-unit.ts';
import type { ShoppingItem } from './shopping-schema.ts';
import { unitRatio } from './unit-ratio.ts';

/** How much of something is always to be at home. */
export interface Minimum {
  readonly id: string;
  /** Of a shipped product; null for what only its name says. */
  readonly productId: string | null;
  readonly name: string;
  readonly quantity: { readonly value: string; readonly unit: StockUnit };
}

/** What is at home of a product. */
export interface StockedAmount {
  readonly productId: string | null;
  readonly name: string;
  /** g, ml, szt or opak. */
  readonly unit: string;
  readonly amount: number;
}

/** What is at home of it, in its base unit; what cannot be compared does not count. */
export function stockedOf(minimum: Minimum, stock: readonly StockedAmount[]): number {
  const [unit] = baseUnitOf(minimum.quantity.unit);
  return stock
    .filter((one) => isOf(minimum, one))
    .reduce(
      (sum, one) => sum + one.amount * (unitRatio(one.unit, unit, minimum.productId) ?? 0),
      0,
    );
}

/**
 * What is missing of it, in its base unit: what is neither at home nor comes with the items of a list. Of what
 * is bought for dishes only the rest of the packs counts; an item without an amount is enough.
 */
export function missingOf(
  minimum: Minimum,
  stock: readonly StockedAmount[],
  items: readonly ShoppingItem[],
): number {
  const [unit, factor] = baseUnitOf(minimum.quantity.unit);
  const coming = items
    .filter((item) => item.bookingId === null && isOf(minimum, item))
    .reduce((sum, item) => sum + spareOf(item, unit), 0);
  const missing = Number(minimum.quantity.value) * factor - stockedOf(minimum, stock) - coming;
  return missing > NEARLY_NONE ? missing : 0;
}

/** A thousandth of a gram is a rounding. */
const NEARLY_NONE = 0.001;

function isOf(
  { productId, name }: Minimum,
  other: Pick<StockedAmount, 'productId' | 'name'>,
): boolean {
  if (productId !== null || other.productId !== null) return productId === other.productId;
  return name.toLocaleLowerCase('pl') === other.name.toLocaleLowerCase('pl');
}

function spareOf({ needed, packs, recipes, productId }: ShoppingItem, unit: string): number {
  const inUnit = (amount: NonNullable<ShoppingItem['needed']>, count = 1) => {
    const [base, factor] = baseUnitOf(amount.unit);
    return Number(amount.value) * factor * count * (unitRatio(base, unit, productId) ?? 0);
  };
  if (needed === null && packs === null) return Number.POSITIVE_INFINITY;
  const used = needed === null || recipes.length === 0 ? 0 : inUnit(needed);
  const bought =
    packs !== null ? inUnit(packs.size, packs.count) : needed === null ? 0 : inUnit(needed);
  return Math.max(0, bought - used);
}
