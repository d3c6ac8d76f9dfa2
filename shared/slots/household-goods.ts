import { type Language, lemmaKeys } from '#shared/language/lemma.ts';
import { categories } from '#shared/products/category.ts';
import { products } from '#shared/products/product.ts';

const MIN_WORDS = 2;
const indexes = new Map<Language, ReadonlyMap<string, string>>();

/**
 * The shipped product that is not eaten and of which these are the words: `papier toaletowy`, `dog food`. Of one
 * word alone nothing: `krem` and `świeca` are said of much else.
 */
export function goodsNamed(words: readonly string[], language: Language): string | undefined {
  if (words.length < MIN_WORDS) return undefined;
  return indexOf(language).get(keyOf(words.join(' '), language));
}

function indexOf(language: Language): ReadonlyMap<string, string> {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const goods = [...products().values()].filter(
    ({ category }) => categories.get(category)?.shelfLife == null,
  );
  const index = new Map(goods.map(({ id, [language]: name }) => [keyOf(name, language), id]));
  indexes.set(language, index);
  return index;
}

function keyOf(text: string, language: Language): string {
  return lemmaKeys(text, language).join(' ');
}
