import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import { LOCATIONS, type Location } from '#shared/products/location.ts';

const Span = z.tuple([z.number(), z.number()]);
/** Least and most days. */
export type Span = z.infer<typeof Span>;

const ExpiryKind = z.enum(['best-before', 'use-by']);
export type ExpiryKind = z.infer<typeof ExpiryKind>;

/** Where its spans come from is said in the data too (data/README.md), for the test that compares. */
const Rule = z.object({
  kind: ExpiryKind,
  /** Days after a best-before date in which items of the kind are usually still good. */
  graceDays: z.number(),
  /** Keeps without end, open or closed: salt, sugar, honey. */
  never: z.optional(z.boolean()),
  /** Where it is usually kept, where that is not the place of its category. */
  place: z.optional(z.enum(LOCATIONS)),
  pantry: z.optional(Span),
  fridge: z.optional(Span),
  freezer: z.optional(Span),
  /** Unopened in the producer's own package, which keeps longer than a cut at the counter. */
  packed: z.optional(z.object({ pantry: z.optional(Span), fridge: z.optional(Span) })),
  /** From the day of opening, in the fridge where the item wants one. */
  opened: z.optional(Span),
  /** Of the date of an open one, where that is another than that of a closed one. */
  openedKind: z.optional(ExpiryKind),
  /** Where an open one is kept; the fridge where it has a span for one. */
  openedIn: z.optional(z.enum(LOCATIONS)),
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

/**
 * What is not known may be a cooked dish, and keeps no longer than one. In a pantry it is because
 * somebody put it there.
 */
export const UNKNOWN: Readonly<Record<Location, Span>> = {
  pantry: [3, 7],
  fridge: [2, 3],
  freezer: [60, 90],
};

/** The rule of a product, else of its kind of item (`yogurt`). */
export function ruleFor(productId: string | undefined, kind: string): Rule | undefined {
  const { products, kinds } = rules();
  const own = productId === undefined ? undefined : products.get(productId);
  return own ?? kinds.get(kind);
}
