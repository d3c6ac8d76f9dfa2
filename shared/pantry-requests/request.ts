import * as z from 'zod/mini';
import { Location } from '#shared/products/location.ts';
import { Day } from '#shared/schemas/day.ts';

/** How much somebody said. Without one of these nothing was said. */
export const Said = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('measure'),
    value: z.string(),
    unit: z.string(),
    /** Only a number was said. */
    isBare: z.optional(z.literal(true)),
    /** `oba`, `both`: two of what there is two of, however it is measured. */
    isBoth: z.optional(z.literal(true)),
  }),
  /** `pół masła`, `half the milk`: of one piece where it is counted, else of what there is. */
  z.object({ kind: z.literal('share'), value: z.string(), of: z.enum(['piece', 'all']) }),
  z.object({ kind: z.literal('all') }),
  /** `trochę`, `some`: asked how much. */
  z.object({ kind: z.literal('vague') }),
]);
export type Said = z.infer<typeof Said>;

export const Item = z.object({
  /** As it was written; null for what was spoken of before (`it`, `tego`). */
  product: z.nullable(z.string()),
  amount: z.nullable(Said),
  /** Where it was said to be, or where it is put. */
  location: z.optional(Location),
  expires: z.optional(Day),
});
export type Item = z.infer<typeof Item>;

export const CHANGES = ['add', 'consume', 'waste', 'open', 'move', 'freeze'] as const;

/** What is to be booked. */
export const Change = z.object({
  act: z.enum(CHANGES),
  items: z.array(Item),
  reason: z.optional(z.string()),
});
export type Change = z.infer<typeof Change>;

export const Period = z.object({ from: Day, to: Day });

/** Spending on something (null for all) in a shop (null for any), both as written. */
export const Spending = z.object({
  on: z.nullable(z.string()),
  shop: z.nullable(z.string()),
  periods: z.array(Period),
});
export type Spending = z.infer<typeof Spending>;

/** What is asked about the pantry or the money spent on it. */
export const Question = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['howMuch', 'where', 'bestBefore']), product: z.nullable(z.string()) }),
  z.object({ act: z.literal('list'), location: z.optional(Location) }),
  z.object({
    act: z.literal('expiring'),
    until: z.optional(Day),
    location: z.optional(Location),
    expired: z.optional(z.boolean()),
  }),
  z.extend(Spending, {
    act: z.literal('spending'),
    /** Which shop it went to is asked. */
    by: z.optional(z.literal('shop')),
    /** What is to be added up with it: `so both together?` */
    also: z.optional(z.array(Spending)),
  }),
  z.object({ act: z.literal('wasted'), periods: z.array(Period) }),
]);
export type Question = z.infer<typeof Question>;

/** How much there is of something, where the stock says otherwise. */
export const Count = z.object({
  act: z.literal('count'),
  product: z.nullable(z.string()),
  amount: Said,
});
export type Count = z.infer<typeof Count>;

export const PantryRequest = z.union([
  Change,
  Question,
  Count,
  z.object({ act: z.literal('undo') }),
]);
export type PantryRequest = z.infer<typeof PantryRequest>;
export type Act = PantryRequest['act'];

export function isChange(request: PantryRequest): request is Change {
  return CHANGES.some((act) => act === request.act);
}
