import { fold } from '#shared/language/fold.ts';
import { knownLemmas } from '#shared/language/known-lemmas-pl.ts';
import { type Language, lemmaKeys } from '#shared/language/lemma.ts';
import { polishLemma } from '#shared/language/lemma-pl.ts';
import { products } from '#shared/products/product.ts';
import { productIn } from '#shared/products/product-of-word.ts';
import { englishName } from '#shared/recipes/ingredients/english-product.ts';
import { baseName } from './base-name.ts';
import tables from './data/product-words.json' with { type: 'json' };
import { goodsNamed } from './household-goods.ts';

/** Foods of which there is no one product: `warzywa`, `water`. */
const WITHOUT_PRODUCT = { pl: new Set(tables.food.pl), en: new Set(tables.food.en) };

/** The shipped product of all of the words; null for food that has none, nothing for what is no food. */
export function productNamed(
  written: readonly string[],
  language: Language,
): string | null | undefined {
  const name = written.join(' ');
  const english = language === 'en' ? englishName(name) : undefined;
  const id = productIn(name, language) ?? english ?? goodsNamed(written, language);
  if (id !== undefined) return id;
  const base = baseName(written, language);
  // The rules of endings lead from `passatę` to `passata`, and from there to no word at all.
  return productIn(base, language) ?? (WITHOUT_PRODUCT[language].has(base) ? null : undefined);
}

const SAME_BEGINNING = 4;

/**
 * What a product is called by the words somebody used, in the base form.
 * @param gateName what the allergy gate calls it, which knows more words than the rules of endings
 */
export function productName(
  written: readonly string[],
  language: Language,
  productId: string | null,
  gateName?: string,
): string {
  const product = productId === null ? undefined : products().get(productId)?.[language];
  if (product !== undefined && isSaidSo(written, product, language)) return product;
  const [word = ''] = written;
  const listed = language === 'en' || written.length > 1 || isListed(word);
  return !listed && gateName !== undefined && beginsAlike(word, gateName)
    ? gateName
    : baseName(written, language);
}

/** Whether two words may be forms of one. */
function beginsAlike(a: string, b: string): boolean {
  return fold(a).slice(0, SAME_BEGINNING) === fold(b).slice(0, SAME_BEGINNING);
}

/** `papieru toaletowego`, `pomidorów w puszce`: words that no food's rules fit, as the lexicon has them. */
function isSaidSo(written: readonly string[], product: string, language: Language): boolean {
  if (written.length <= 2 && goodsNamed(written, language) === undefined) return false;
  const keys = (text: string) => lemmaKeys(text, language).join(' ');
  return keys(product) === keys(written.join(' '));
}

function isListed(word: string): boolean {
  const lemma = polishLemma(word);
  return knownLemmas().nouns.get(fold(lemma))?.includes(lemma) ?? false;
}
