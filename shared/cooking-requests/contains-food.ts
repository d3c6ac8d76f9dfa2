import { lemmaKeys } from '#shared/language/lemma.ts';
import {
  type Ingredient,
  type Language,
  type Recipe,
  readAs,
} from '#shared/recipes/model/recipe.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';

/** Whether a line is of this thing: the same product, or all of its words in any form. */
export function matchesFood(line: Ingredient, food: NamedFood, language: Language): boolean {
  if (food.productId !== null && line.productId === food.productId) return true;
  const wanted = lemmaKeys(food.name, language);
  const there = wordsOfLine(line, language);
  return wanted.length > 0 && wanted.every((word) => there.has(word));
}

/** Kept as long as the line is: a message that names a food asks every line of the book. */
const known = new WeakMap<Ingredient, ReadonlySet<string>>();

/** The base forms of a line's words, in its recipe's language. */
function wordsOfLine(line: Ingredient, language: Language): ReadonlySet<string> {
  let words = known.get(line);
  if (words === undefined) {
    words = new Set(lemmaKeys(`${line.item} ${line.text}`, language));
    known.set(line, words);
  }
  return words;
}

export function containsFood(recipe: Recipe, food: NamedFood): boolean {
  return recipe.ingredients.some((line) => matchesFood(line, food, readAs(recipe.language)));
}
