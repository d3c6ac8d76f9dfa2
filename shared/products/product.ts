import type { Unit } from '#shared/receipts/receipt.ts';
import lexicon from './data/lexicon.json' with { type: 'json' };

export type Location = 'pantry' | 'fridge' | 'freezer';

/** Second level of the category tree; `parent` is the first. */
export interface Category {
  readonly key: string;
  readonly pl: string;
  readonly en: string;
  readonly parent: { readonly key: string; readonly pl: string; readonly en: string };
  readonly location: Location;
  readonly unit: Unit;
  /** Key of the shelf-life rules; null for what nobody eats. */
  readonly shelfLife: string | null;
}

export interface Product {
  readonly id: string;
  readonly pl: string;
  readonly en: string;
  readonly category: string;
  /** Receipt spellings: upper case, no diacritics, each word possibly cut. */
  readonly aliases: readonly string[];
}

const LOCATIONS: readonly Location[] = ['pantry', 'fridge', 'freezer'];
const UNITS: readonly Unit[] = ['g', 'kg', 'ml', 'l', 'szt', 'opak'];

export const categories: ReadonlyMap<string, Category> = new Map(
  lexicon.categories.map((row) => [
    row.key,
    {
      ...row,
      location: LOCATIONS.find((location) => location === row.location) ?? 'pantry',
      unit: UNITS.find((unit) => unit === row.unit) ?? 'szt',
    },
  ]),
);

/** The shipped products, by id. */
export const products: ReadonlyMap<string, Product> = new Map(
  lexicon.products.map((product) => [product.id, product]),
);
