import { HOUSEHOLD_LIMITS } from '#shared/limits/household-limits.ts';
import { baseUnitOf } from '#shared/quantities/base-unit.ts';
import { type Minimum, missingOf, type StockedAmount } from './missing.ts';
import { type ShoppingFacts, writtenItem } from './new-items.ts';
import type { ShoppingItem } from './shopping-schema.ts';

/** What a household wants to have at home, and has. */
export interface MinimumFacts extends ShoppingFacts {
  readonly minimums: readonly Minimum[];
  readonly stock: readonly StockedAmount[];
}

/**
 * The items of a list with what is missing of the minimums: added once, changed with the stock, and gone when
 * there is enough again. What somebody ticked or wrote down stays as it is.
 * @param dismissed ids of minimums that somebody took off this list
 */
export function withMinimums(
  items: readonly ShoppingItem[],
  dismissed: readonly string[],
  facts: MinimumFacts,
): ShoppingItem[] {
  const others = items.filter((item) => !isOpenMinimum(item));
  const missing = facts.minimums.flatMap((minimum) => {
    if (dismissed.includes(minimum.id)) return [];
    const amount = missingOf(minimum, facts.stock, others);
    return amount === 0 ? [] : missingItem(minimum, amount, items, facts);
  });
  const room = HOUSEHOLD_LIMITS.shoppingItems.most - others.length;
  return [...others, ...missing.slice(0, Math.max(0, room))];
}

/** Whether an item came by itself and nobody has bought it. */
export function isOpenMinimum({ minimumId, ticked, bookingId }: ShoppingItem): boolean {
  return minimumId !== null && !ticked && bookingId === null;
}

/** The item as it was while the amount is: whoever reads in another language changes nothing. */
function missingItem(
  { id, name, quantity }: Minimum,
  amount: number,
  items: readonly ShoppingItem[],
  facts: ShoppingFacts,
): ShoppingItem {
  const { unit } = quantity;
  const value = String(amount / baseUnitOf(unit)[1]);
  const item = { ...writtenItem({ name, quantity: { value, unit } }, facts), minimumId: id };
  const was = items.find((one) => one.minimumId === id && isOpenMinimum(one));
  if (was === undefined) return item;
  const isSame = was.needed?.value === item.needed?.value && was.needed?.unit === item.needed?.unit;
  return isSame ? was : { ...item, id: was.id };
}
