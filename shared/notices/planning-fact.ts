import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { StockAmount } from '#shared/quantities/stock-unit.ts';

/** A name as it stands on a list, or words of the person: not a text of ours. */
const Name = z.string().check(z.overwrite((name) => name.replace(/\s+/g, ' ').slice(0, 100)));
const Names = z.array(Name).check(z.maxLength(20));

const ToldItem = z.object({
  name: Name,
  needed: z.nullable(StockAmount),
  packs: z.nullable(z.object({ count: z.int(), size: StockAmount })),
  price: z.nullable(Money),
});

/**
 * What is said around plans and shopping lists that offers nothing to eat: it may name what somebody
 * must not have, so it is facts, and the words are the orchestration's.
 */
export const PlanningFact = z.discriminatedUnion('fact', [
  /** What is to be bought; `isNew` for a list that nobody keeps yet. */
  z.object({
    fact: z.literal('list'),
    isNew: z.boolean(),
    items: z.array(ToldItem).check(z.maxLength(40)),
    more: z.int(),
    ticked: z.int(),
  }),
  /** What the shopping for a plan comes to, and what the plan saves. */
  z.object({ fact: z.literal('sums'), cost: Money, saved: Money }),
  z.object({ fact: z.literal('list-cost'), price: Money, unpriced: z.int() }),
  z.object({ fact: z.literal('not-on-list'), names: Names }),
  /** Several things of the list are called so. */
  z.object({ fact: z.literal('which-item'), names: Names }),
  /** What a plan heeds, part by part: `do 40 min`. */
  z.object({ fact: z.literal('understood'), wishes: Names }),
  /** What was said and nobody could take for a wish. */
  z.object({ fact: z.literal('left-out'), words: Names }),
  z.object({ fact: z.literal('strangers'), names: Names }),
  /** The fewest wishes that have to give way, as the planner words them. */
  z.object({
    fact: z.literal('in-the-way'),
    details: z.array(
      z.object({ meal: z.nullable(Name), detail: z.string().check(z.maxLength(600)) }),
    ),
    more: z.int(),
  }),
]);
export type PlanningFact = z.infer<typeof PlanningFact>;
