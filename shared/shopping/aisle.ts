import type { Locale } from '#shared/context/locale.ts';
import { categories } from '#shared/products/category.ts';
import type { ShoppingItem } from './shopping-schema.ts';

/** The way through a shop: what is heavy or cold comes when it should go into the basket. */
const WAY = [
  'produce',
  'bread',
  'meat',
  'fish',
  'dairy',
  'eggs',
  'ready',
  'dry',
  'jars',
  'snacks',
  'drinks',
  'baby',
  'household',
  'care',
  'health',
  'pets',
  'leisure',
  'frozen',
];
const OTHER = { key: 'other', pl: 'inne', en: 'other' };

/** Where in a shop something of a category lies. */
export function aisleOf(category: string | null, locale: Locale): ShoppingItem['aisle'] {
  const aisle = categories.get(category ?? '')?.parent ?? OTHER;
  return { key: aisle.key, name: aisle[locale] };
}

/** In the order of the way, then by name. */
export function byAisle(items: readonly ShoppingItem[]): ShoppingItem[] {
  const place = ({ aisle }: ShoppingItem) =>
    WAY.includes(aisle.key) ? WAY.indexOf(aisle.key) : WAY.length;
  return items.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'pl'));
}
