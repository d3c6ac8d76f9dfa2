import * as z from 'zod/mini';
import { fold } from '#shared/language/fold.ts';
import { products } from '#shared/products/product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import { englishProduct } from '#shared/recipes/ingredients/english-product.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { isKitchenWord } from '#shared/safety/kitchen-words.ts';
import { wordsOf } from '#shared/safety/lexicon.ts';
import { readFood } from '#shared/safety/read-food.ts';
import type { Token } from '#shared/safety/tokens.ts';

/** A food somebody named. */
export const NamedFood = z.object({ name: z.string(), productId: z.nullable(z.string()) });
export type NamedFood = z.infer<typeof NamedFood>;

export interface WrittenFood {
  readonly food: NamedFood;
  /** The words that name it, as they stand there. */
  readonly written: string;
}

/** The shipped product that a name means, named in the nominative whatever case it was written in. */
export function productNamed(name: string, language: Language): NamedFood | undefined {
  const productId =
    (language === 'en' ? englishNamed(name) : null) ?? productOfWord(name, language);
  if (productId === undefined || productId === 'woda') return undefined;
  return { name: products().get(productId)?.[language] ?? name, productId };
}

/** English names are found inside a longer text; `eggs please` and `milk, eggs` are no names. */
function englishNamed(name: string): string | null {
  const id = englishProduct(name);
  const words = name.split(' ');
  if (id === null || words.length === 1) return id;
  if (englishProduct(words.slice(0, -1).join(' ')) === id) return null;
  const leads = englishProduct(words.slice(1).join(' ')) === id;
  return leads && englishProduct(words[0] ?? '') !== null ? null : id;
}

/** A food by all of the words: a shipped product, or a name that the allergy gate knows. */
export function foodNamed(name: string, language: Language): NamedFood | undefined {
  return productNamed(name, language) ?? gateFood(name);
}

/**
 * A food as it is forbidden: `pork` is all pork and no `pork shoulder`, the product that a recipe
 * means by it; in the nominative where the gate or the catalogue knows it.
 */
export function foodForbidden(food: NamedFood, written: string, language: Language): NamedFood {
  const words = written.trim().split(' ').length;
  if (food.productId !== null && food.name.split(' ').length <= words) return food;
  const known = language === 'pl' && words === 1 ? gateFood(written)?.entry : undefined;
  const isWord = known !== undefined && fold(known).slice(0, 3) === fold(written).slice(0, 3);
  return { name: isWord ? known : written.trim(), productId: food.productId };
}

/**
 * A name whose words are all those of an entry of the gate's lexicon. The gate also reads
 * words that are only like one, to be safe; here `ozechy` is none, so that it is corrected and shown so.
 */
function gateFood(name: string): (NamedFood & { readonly entry: string }) | undefined {
  const { named, tokens } = readFood(name, { whole: true });
  if (!tokens.every(isSpelledRight)) return undefined;
  const found = named.find(
    ({ match: { from, to, entry } }) =>
      from === 0 && to === tokens.length && entry.kind !== 'vague' && !isDiet(entry.name),
  );
  return found && { name, productId: null, entry: found.match.entry.name };
}

/** A number, a small word, or a form of a word of the lexicon as it stands there. */
function isSpelledRight({ word, letters }: Token): boolean {
  return !/\p{L}/u.test(word) || isKitchenWord(word) || wordsOf(word, letters).length > 0;
}

/** `vegan` is in the lexicon because of what a vegan cheese is not; it is no food. */
function isDiet(name: string): boolean {
  return /^(?:wega|wege|roślin)/.test(name);
}
