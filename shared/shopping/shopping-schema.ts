import * as z from 'zod/mini';
import { HOUSEHOLD_LIMITS } from '#shared/limits/household-limits.ts';
import { Money } from '#shared/money/money.ts';
import { Quantity } from '#shared/pantry/lot.ts';
import { Location } from '#shared/products/location.ts';
import { StockAmount } from '#shared/quantities/stock-unit.ts';
import { words } from '#shared/schemas/words.ts';

const MAX_ITEMS = HOUSEHOLD_LIMITS.shoppingItems.most;
/** Sent at once, after a walk through a shop without a net. */
const MAX_TICKS = 300;

export const NewShoppingItem = z.strictObject({
  name: words(200),
  quantity: z.optional(Quantity),
});
export type NewShoppingItem = z.infer<typeof NewShoppingItem>;

export const NewShoppingList = z.strictObject({
  title: z.optional(words(200)),
  items: z.array(NewShoppingItem).check(z.minLength(1), z.maxLength(MAX_ITEMS)),
});

export const FromPlan = z.strictObject({ title: z.optional(words(200)) });

export const ShoppingListChange = z.strictObject({
  title: z.optional(words(200)),
  add: z.optional(z.array(NewShoppingItem).check(z.maxLength(MAX_ITEMS))),
  remove: z.optional(z.array(z.uuid()).check(z.maxLength(MAX_ITEMS))),
});
export type ShoppingListChange = z.infer<typeof ShoppingListChange>;

/** One item ticked, or not any more. The id is the client's: a tick that comes twice counts once. */
export const Tick = z.strictObject({
  id: z.uuid(),
  itemId: z.uuid(),
  ticked: z.boolean(),
  /** Puts what was bought into the pantry: this much, or as much as the list says. */
  stock: z.optional(
    z.strictObject({ quantity: z.optional(Quantity), location: z.optional(Location) }),
  ),
});
export type Tick = z.infer<typeof Tick>;
export const Ticks = z.strictObject({
  ticks: z.array(Tick).check(z.minLength(1), z.maxLength(MAX_TICKS)),
});

export const Aisle = z.object({ key: z.string(), name: z.string() });

export const ShoppingItem = z.object({
  id: z.uuid(),
  name: z.string(),
  productId: z.nullable(z.string()),
  aisle: Aisle,
  /** What is needed and not in stock; null when nobody said. */
  needed: z.nullable(StockAmount),
  /** Whole packs that hold it; null where it is not known how it is sold. */
  packs: z.nullable(z.object({ count: z.int(), size: StockAmount })),
  price: z.nullable(Money),
  /** `receipts`: what the household paid last; `typical`: an estimate for this kind of food. */
  priceSource: z.nullable(z.enum(['receipts', 'typical'])),
  /** Titles of the dishes it is for. */
  recipes: z.array(z.string()),
  ticked: z.boolean(),
  /** Of the lot that it became. */
  bookingId: z.nullable(z.uuid()),
  /** Of the minimum stock that it is missing of; it comes and goes by itself. Lists of before have none. */
  minimumId: z._default(z.nullable(z.uuid()), null),
});
export type ShoppingItem = z.output<typeof ShoppingItem>;

export const ShoppingListView = z.object({
  id: z.uuid(),
  title: z.string(),
  planId: z.nullable(z.uuid()),
  /** By aisle, in the order in which a shop is walked through. */
  items: z.array(ShoppingItem),
  open: z.int(),
  /** Of all items with a price. */
  price: Money,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ShoppingListView = z.infer<typeof ShoppingListView>;
