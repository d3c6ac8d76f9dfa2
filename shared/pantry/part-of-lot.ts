import type { Serving } from '#shared/products/relation/relation.ts';
import type { FoodRef } from '#shared/products/relation/serves.ts';
import { type Amount, convert } from '#shared/quantities/convert.ts';
import { foodFacts } from '#shared/quantities/food-facts.ts';
import {
  compare,
  divide,
  exactly,
  multiply,
  type Rational,
  toDecimal,
} from '#shared/quantities/rational.ts';
import type { LotRow } from './lot-row.ts';
import { amountOf, itemFactsOf, quantityOf } from './stock-amount.ts';

/** How much of a lot is taken, in its unit, and how much of the need that covers, in the need's. */
export interface PartOfLot {
  readonly quantity: string;
  readonly covers: Rational;
}

/**
 * What of a lot goes to a need. Of the food itself the units are compared by what is known of the lot.
 * Another food is weighed: two tomatoes are not two cherry tomatoes, and a gram of what is dried does
 * for several. Either way is tried where the other cannot compare.
 */
export function partOfLot(
  lot: LotRow,
  { kind, ratio }: Serving,
  product: FoodRef,
  need: Amount,
): PartOfLot | undefined {
  const counted = () => (ratio === 1 ? takenFrom(lot, need) : undefined);
  const weighed = () => weighedFrom(lot, ratio, product, need);
  return kind === 'same' ? (counted() ?? weighed()) : (weighed() ?? counted());
}

/** The need in grams, by what is known of the food that is asked for, as grams of the lot. */
function weighedFrom(
  lot: LotRow,
  ratio: number,
  product: FoodRef,
  need: Amount,
): PartOfLot | undefined {
  const facts = foodFacts(product.id);
  const weighed = convert(need, 'g', facts === undefined ? {} : { facts });
  if (!weighed.ok || weighed.value.n === 0n) return undefined;
  const grams = multiply(weighed.value, exactly(String(ratio)));
  const taken = takenFrom(lot, { value: grams, unit: 'g' });
  if (taken === undefined) return undefined;
  return { ...taken, covers: multiply(need.value, divide(taken.covers, grams)) };
}

function takenFrom(lot: LotRow, need: Amount): PartOfLot | undefined {
  const item = itemFactsOf(lot);
  const all = amountOf({ value: lot.quantity, unit: lot.unit });
  const covered = convert(all, need.unit, item);
  if (!covered.ok) return undefined;
  if (compare(covered.value, need.value) <= 0) {
    return { quantity: quantityOf(all).value, covers: covered.value };
  }
  const wanted = convert(need, lot.unit, item);
  return wanted.ok ? { quantity: toDecimal(wanted.value), covers: need.value } : undefined;
}
