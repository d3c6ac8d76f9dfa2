import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { NewShoppingItem, ShoppingItem } from '#shared/shopping/shopping-schema.ts';
import { describeProposal } from './describe-proposal.ts';

/** An item of a list, as far as a change concerns it. */
export const ListedItem = z.object({ id: z.uuid(), name: z.string() });

/** Keeping the list of what the meals of a plan need. */
export const shoppingListSchema = describeProposal({
  kind: 'shopping-list',
  payload: z.object({
    kind: z.literal('shopping-list'),
    planId: z.uuid(),
    items: z.array(ShoppingItem),
    price: Money,
  }),
  diff: z.object({ planId: z.uuid(), items: z.array(ShoppingItem), price: Money }),
});

const Change = {
  /** Null begins a list. */
  listId: z.nullable(z.uuid()),
  add: z.array(NewShoppingItem),
  tick: z.array(ListedItem),
  remove: z.array(ListedItem),
};

/** What comes onto a list, was bought, or goes from it. */
export const shoppingItemSchema = describeProposal({
  kind: 'shopping-item',
  payload: z.object({ kind: z.literal('shopping-item'), ...Change }),
  diff: z.object(Change),
});
