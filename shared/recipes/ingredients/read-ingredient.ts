import { products } from '#shared/products/product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import type { Ingredient, Language } from '#shared/recipes/model/recipe.ts';
import { englishProduct } from './english-product.ts';
import { parseIngredientLine } from './ingredient-line.ts';
import { needOf } from './need.ts';

/** What the author of a shipped recipe says about a line, so that nothing has to be guessed. */
export interface Known {
  readonly product?: string | undefined;
  /** The thing in the nominative, where it is none of the shipped products. */
  readonly item?: string | undefined;
}

/** A written line as an ingredient: amount, canonical quantity, thing, product. */
export function readIngredient(text: string, language: Language, known: Known = {}): Ingredient {
  const { amount, metric, item, note, optional } = parseIngredientLine(text, language);
  const productId = known.product ?? (known.item === undefined ? productOf(item, language) : null);
  const counted = metric ?? amount;
  return {
    text,
    amount,
    quantity: counted === null ? null : needOf(counted, productId),
    item: known.item ?? (known.product === undefined ? item : nameOf(known.product, language)),
    note,
    productId,
    optional,
  };
}

/** Of `soli i pieprzu` the first; of a name that is not known nothing. */
function productOf(item: string, language: Language): string | null {
  if (/^(?:wod[ayęą]|water)\b/i.test(item)) return 'woda';
  if (language === 'en') return englishProduct(item) ?? null;
  return (
    productOfWord(item, language) ??
    productOfWord(item.split(/\s(?:lub|albo|i)\s/)[0] ?? '', language) ??
    null
  );
}

/** The name of a product in the nominative; water is nobody's product. */
function nameOf(id: string, language: Language): string {
  return products().get(id)?.[language] ?? (language === 'pl' ? id : 'water');
}
