import { lemmaKeys } from '#shared/language/lemma.ts';
import type { Ingredient, Recipe } from '#shared/recipes/model/recipe.ts';
import type { Thing } from './wish.ts';

/** Whether a line is of this thing: the same product, or all of its words in any form. */
export function isOfThing(line: Ingredient, thing: Thing, language: Recipe['language']): boolean {
  if (thing.productId !== null && line.productId === thing.productId) return true;
  const wanted = lemmaKeys(thing.name, language);
  const there = new Set(lemmaKeys(`${line.item} ${line.text}`, language));
  return wanted.length > 0 && wanted.every((word) => there.has(word));
}

export function hasThing(recipe: Recipe, thing: Thing): boolean {
  return recipe.ingredients.some((line) => isOfThing(line, thing, recipe.language));
}
