import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import type { Location } from '#shared/products/location.ts';

const Span = z.tuple([z.number(), z.number()]);
/** Least and most days. */
export type Span = z.infer<typeof Span>;

const Rule = z.object({
  kind: z.enum(['best-before', 'use-by']),
  /** Days after the date in which items of the kind are usually still good; 0 for use-by. */
  graceDays: z.number(),
  /** Record of FoodKeeper it is taken from; without it the rule is our own. */
  foodkeeper: z.optional(z.number()),
  pantry: z.optional(Span),
  fridge: z.optional(Span),
  freezer: z.optional(Span),
  /** Unopened in the producer's own package, which keeps longer than a cut at the counter. */
  packed: z.optional(z.object({ pantry: z.optional(Span), fridge: z.optional(Span) })),
  /** From the day of opening, in the fridge where the item wants one. */
  opened: z.optional(Span),
});
export type Rule = z.infer<typeof Rule>;

const Rules = z.object({ kinds: z.record(z.string(), Rule), products: z.record(z.string(), Rule) });

type ByKey = ReadonlyMap<string, Rule>;
let read: { readonly kinds: ByKey; readonly products: ByKey } | undefined;

/** Read at the first question; looking at a pantry asks none. */
function rules() {
  if (read === undefined) {
    const { kinds, products } = Rules.parse(readBeside('./data/rules.json', import.meta.url));
    read = {
      kinds: new Map(Object.entries(kinds)),
      products: new Map(Object.entries(products)),
    };
  }
  return read;
}

/** What is not known is assumed to keep as little as fresh vegetables, or a while when dry or frozen. */
export const UNKNOWN: Readonly<Record<Location, Span>> = {
  pantry: [7, 30],
  fridge: [3, 7],
  freezer: [60, 90],
};

/** The rule of a product, else of its kind of item (`yogurt`). */
export function ruleFor(productId: string | undefined, kind: string): Rule | undefined {
  const { products, kinds } = rules();
  const own = productId === undefined ? undefined : products.get(productId);
  return own ?? kinds.get(kind);
}
