import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import { categories } from '#shared/products/category.ts';
import { type Product, products } from '#shared/products/product.ts';
import { type FoodTable, readFoodTable } from './food-table.ts';
import { foodKey, possibleKeys, withoutBrand } from './food-words.ts';

let table: FoodTable | undefined;
const LANGUAGES = ['pl', 'en'] as const;
const indexes = new Map<Language, NameIndex>();

interface NameIndex {
  /** By the folded name as it is written. */
  readonly written: ReadonlyMap<string, string>;
  /** By its words in their base forms. */
  readonly byKey: ReadonlyMap<string, string>;
}

/** The families; read when the first food is looked up. */
export function foodTable(): FoodTable {
  table ??= readFoodTable((id) => products().has(id));
  return table;
}

/** The food that a printed name means, its brand aside. */
export function foodOfPrinted(name: string): string | undefined {
  const food = foodOfName(name);
  if (food !== undefined) return food;
  const unbranded = withoutBrand(name);
  return unbranded === undefined ? undefined : foodOfName(unbranded);
}

/**
 * The food that a name means when every word of it is known, its size and how it is cut aside: `cebuli czerwonej` → `cebula-czerwona`. Of `mąka z czegoś innego` nothing is known.
 */
export function foodOfName(name: string): string | undefined {
  const written = fold(name).trim();
  // As it is written first: `mace` is a spice in English and a form of flour in Polish.
  for (const language of LANGUAGES) {
    const food = indexOf(language).written.get(written);
    if (food !== undefined) return food;
  }
  for (const language of LANGUAGES) {
    for (const key of possibleKeys(name, language)) {
      const food = indexOf(language).byKey.get(key);
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

function indexOf(language: Language): NameIndex {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const written = new Map<string, string>();
  const byKey = new Map<string, string>();
  const add = (name: string, food: string) => {
    const key = foodKey(name, language);
    if (!written.has(fold(name))) written.set(fold(name), food);
    if (key !== '' && !byKey.has(key)) byKey.set(key, food);
  };
  // What a family says goes before what a product is called in the lexicon.
  for (const [food, rows] of foodTable().names) {
    for (const row of rows) for (const name of row[language]) add(name, food);
  }
  for (const product of products().values()) {
    if (isEaten(product)) add(product[language].split(' (')[0] ?? '', product.id);
  }
  const index = { written, byKey };
  indexes.set(language, index);
  return index;
}

function isEaten({ category }: Product): boolean {
  return categories.get(category)?.shelfLife != null;
}
