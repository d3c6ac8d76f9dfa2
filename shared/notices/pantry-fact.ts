import * as z from 'zod/mini';
import { Money } from '#shared/money/money.ts';
import { Location } from '#shared/products/location.ts';
import { StockAmount } from '#shared/quantities/stock-unit.ts';
import { Day } from '#shared/schemas/day.ts';

/** A name as it stands in the house, not a text. */
const Name = z.string().check(z.overwrite((name) => name.replace(/\s+/g, ' ').slice(0, 100)));
const Names = z.array(Name).check(z.maxLength(20));

/** A lot, as far as it is told of. */
export const ToldLot = z.object({
  quantity: StockAmount,
  location: Location,
  isOpen: z.boolean(),
  /** Null where no date is known. */
  expires: z.nullable(
    z.object({
      date: Day,
      kind: z.enum(['best-before', 'use-by']),
      isPast: z.boolean(),
      /** Nobody printed it: the rules say so. */
      isEstimated: z.boolean(),
    }),
  ),
});
export type ToldLot = z.infer<typeof ToldLot>;

/** The lots of one name. */
export const ToldProduct = z.object({ name: Name, lots: z.array(ToldLot) });
export type ToldProduct = z.infer<typeof ToldProduct>;

const Periods = z.array(z.object({ from: Day, to: Day }));

/**
 * What is said about the pantry and the money spent on it. It offers nothing, and names what is in the
 * house whoever must not eat it: so it is facts, and the words are the orchestration's.
 */
export const PantryFact = z.discriminatedUnion('fact', [
  /** Several things are called so. */
  z.object({ fact: z.literal('which'), names: Names }),
  z.object({ fact: z.literal('how-much'), name: Name, unit: z.nullable(Name) }),
  z.object({ fact: z.literal('what-thing') }),
  /** `adds`: it is told how to add it. */
  z.object({ fact: z.literal('not-there'), names: Names, adds: z.boolean() }),
  /** Less than was said. */
  z.object({ fact: z.literal('only'), name: Name, there: z.array(StockAmount) }),
  z.object({ fact: z.literal('not-food'), names: Names }),
  z.object({ fact: z.literal('already'), name: Name, place: Location }),
  z.object({
    fact: z.literal('stock'),
    asked: z.enum(['amount', 'place', 'date', 'all']),
    place: z.nullable(Location),
    products: z.array(ToldProduct),
    more: z.int(),
  }),
  /** What ends until a day; null for what has ended. */
  z.object({
    fact: z.literal('due'),
    until: z.nullable(Day),
    products: z.array(ToldProduct),
    more: z.int(),
  }),
  z.object({
    fact: z.literal('spent'),
    on: z.nullable(Name),
    shop: z.nullable(Name),
    periods: Periods,
    totals: z.array(Money),
    /** What `most` is told by, where that was asked. */
    by: z.optional(z.literal('shop')),
    /** The most that went where. */
    most: z.array(z.object({ name: Name, total: Money })),
    unconfirmed: z.int(),
  }),
  z.object({
    fact: z.literal('wasted'),
    periods: Periods,
    items: z.array(z.object({ name: Name, amounts: z.array(StockAmount) })),
    totals: z.array(Money),
    unpriced: z.int(),
  }),
  z.object({ fact: z.literal('say'), what: z.enum(['undo', 'repeat', 'unclear']) }),
]);
export type PantryFact = z.infer<typeof PantryFact>;
