import { type Money, toMoney } from '#shared/money/money.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import type { ShoppingItem } from './shopping-schema.ts';

/** Of all items whose price is known. */
export function priceOf(items: readonly Pick<ShoppingItem, 'price'>[]): Money {
  return toMoney(items.reduce((sum, { price }) => sum + minorOf(price?.amount ?? '0'), 0));
}
