import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import { STOCK_UNITS, type StockUnit } from '#shared/quantities/stock-unit.ts';
import type { ItemKind } from './item-kind.ts';
import { LOCATIONS, type Location } from './location.ts';

/** Second level of the category tree; `parent` is the first. */
export interface Category {
  /** `dairy/milk`. */
  readonly key: string;
  readonly pl: string;
  readonly en: string;
  readonly parent: { readonly key: string; readonly pl: string; readonly en: string };
  /** Where it is usually kept. */
  readonly location: Location;
  readonly unit: StockUnit;
  /** Key of the shelf-life rules; null for what is not food. */
  readonly shelfLife: string | null;
}

const Names = { pl: z.string(), en: z.string() };
const Tree = z.object({
  parents: z.record(z.string(), z.object(Names)),
  categories: z.record(
    z.string(),
    z.object({
      ...Names,
      location: z.enum(LOCATIONS),
      unit: z.enum(STOCK_UNITS),
      shelfLife: z.nullable(z.string()),
    }),
  ),
});

const tree = Tree.parse(readBeside('./data/categories.json', import.meta.url));
const parents = new Map(Object.entries(tree.parents));

export const categories: ReadonlyMap<string, Category> = new Map(
  Object.entries(tree.categories).map(([key, row]) => [
    key,
    {
      ...row,
      key,
      parent: parentOf(key),
    },
  ]),
);

function parentOf(category: string): Category['parent'] {
  const key = category.split('/')[0] ?? '';
  const names = parents.get(key);
  if (names === undefined) throw new Error(`The category ${category} has no parent`);
  return { key, ...names };
}

/** What a line of a receipt is, by its product's category; `food` when nothing is known against it. */
export function kindOf(category: string | null): ItemKind {
  if (category === 'household/bags') return 'bag';
  if (category === 'leisure/services') return 'service';
  const known = category === null ? undefined : categories.get(category);
  return known?.shelfLife === null ? 'non-food' : 'food';
}

const eaten = new Set(
  [...categories.values()].flatMap(({ shelfLife, parent }) =>
    shelfLife === null ? [] : parent.key,
  ),
);

/** Whether the first level of the tree holds anything a person eats: `dairy` does, `pets` does not. */
export function isEaten(parent: string): boolean {
  return eaten.has(parent);
}

/** Parts and categories of the tree whose goods are called after what they taste or smell of. */
const FLAVOURED: ReadonlySet<string> = new Set([
  ...['dairy/yogurt', 'dairy/dessert', 'meat/pate', 'bread/pastry', 'jars/spreads', 'jars/soups'],
  ...['drinks/juice', 'drinks/soft', 'drinks/energy', 'drinks/hot', 'drinks/water', 'frozen/ice'],
  ...['snacks', 'ready', 'baby', 'household', 'care', 'pets', 'leisure'],
]);

/** Whether other food in a name of this category is only its flavour. */
export function isFlavoured(category: string): boolean {
  return FLAVOURED.has(category) || FLAVOURED.has(category.split('/')[0] ?? '');
}
