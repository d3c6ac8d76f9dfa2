import type { Language } from '#shared/language/lemma.ts';
import { categories } from '#shared/products/category.ts';
import { type Product, products } from '#shared/products/product.ts';
import { type FoodTable, readFoodTable } from './food-table.ts';
import { foodKey, possibleKeys } from './food-words.ts';

let table: FoodTable | undefined;
const indexes = new Map<Language, ReadonlyMap<string, string>>();

/** The families; read when the first food is looked up. */
export function foodTable(): FoodTable {
  table ??= readFoodTable((id) => products().has(id));
  return table;
}

/**
 * The food that a name means when every word of it is known, its brand, its size and how it is cut
 * aside: `cebuli czerwonej` → `cebula-czerwona`. Of `mąka z czegoś innego` nothing is known.
 */
export function foodOfName(name: string): string | undefined {
  for (const language of ['pl', 'en'] as const) {
    const index = indexOf(language);
    for (const key of possibleKeys(name, language)) {
      const food = index.get(key);
      if (food !== undefined) return food;
    }
  }
  return undefined;
}

/** A food by the name a person reads. */
export function foodName(food: string, locale: Language): string {
  const product = products().get(food);
  if (product !== undefined) return product[locale];
  const rows = foodTable().names.get(food) ?? [];
  const named = rows.flatMap((row) => row[locale]);
  return named[0] ?? rows.flatMap(({ pl, en }) => [...pl, ...en])[0] ?? food;
}

function indexOf(language: Language): ReadonlyMap<string, string> {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  const add = (name: string, food: string) => {
    const key = foodKey(name, language);
    if (key !== '' && !index.has(key)) index.set(key, food);
  };
  // What a family says goes before what a product is called in the lexicon.
  for (const [food, rows] of foodTable().names) {
    for (const row of rows) for (const name of row[language]) add(name, food);
  }
  for (const product of products().values()) {
    if (isEaten(product)) add(product[language].split(' (')[0] ?? '', product.id);
  }
  indexes.set(language, index);
  return index;
}

function isEaten({ category }: Product): boolean {
  return categories.get(category)?.shelfLife != null;
}
