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
 * What of a lot goes to a need. Where their units do not compare by what is known of the lot, or a gram
 * of the lot does not do for a gram, the need is weighed by what is known of the food that is asked for.
 */
export function partOfLot(
  lot: LotRow,
  { ratio }: Serving,
  product: FoodRef,
  need: Amount,
): PartOfLot | undefined {
  const asAsked = ratio === 1 ? takenFrom(lot, need) : undefined;
  if (asAsked !== undefined) return asAsked;
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
