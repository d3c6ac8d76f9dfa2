import { products } from '#shared/products/product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import type { Ingredient, Language } from '#shared/recipes/model/recipe.ts';
import { englishProduct } from './english-product.ts';
import { isHeading } from './headings.ts';
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
  const guessed = known.item === undefined && !isHeading(text) ? productOf(item, language) : null;
  const productId = known.product ?? inContainer(guessed, amount, item, language);
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

const CONTAINERS: Readonly<Record<string, string>> = { can: 'w puszce', jar: 'w słoiku' };

/** A can of tomatoes is the product in cans, where there is such a one. */
function inContainer(
  productId: string | null,
  amount: Ingredient['amount'],
  item: string,
  language: Language,
): string | null {
  const container = CONTAINERS[amount?.measure ?? ''];
  if (container === undefined || isHeading(item)) return productId;
  const name = language === 'pl' || productId === null ? item : nameOf(productId, 'pl');
  return productOfWord(`${name} ${container}`, 'pl') ?? productId;
}

/** What holds a thing, where the amount stands behind it: `paczka makaronu 500 g`. */
const PACK =
  /^(?:paczk[aęi]|opakowani[ea]|toreb(?:ka|kę|ki)|karton(?:ik)?|kub(?:ek|eczek)|butel(?:ka|kę|ki)|saszet(?:ka|kę|ki))\s/i;

/** Of `soli i pieprzu` the first; of a name that is not known nothing. */
function productOf(item: string, language: Language): string | null {
  if (/^(?:wod[ayęą]|water)\b/i.test(item)) return 'woda';
  if (language === 'en') return englishProduct(item) ?? null;
  // White and yolk are of eggs, whatever else is white.
  if (/^(?:białk[aio]|białek|żółt(?:ka|ko|ek|kiem))(?:\sjaj\p{L}*)?$/iu.test(item)) return 'jaja';
  const content = item.replace(PACK, '');
  return (
    productOfWord(content, language) ??
    productOfWord(content.split(/\s(?:lub|albo|i)\s/)[0] ?? '', language) ??
    null
  );
}

/** The name of a product in the nominative; water is nobody's product. */
function nameOf(id: string, language: Language): string {
  return products().get(id)?.[language] ?? (language === 'pl' ? id : 'water');
}
