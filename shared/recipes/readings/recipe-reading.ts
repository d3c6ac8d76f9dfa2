import { type Ingredient, isRead, type Recipe, readAs } from '#shared/recipes/model/recipe.ts';
import { type DishReading, readDish } from '#shared/safety/dish-reading.ts';
import type { Evidence } from '#shared/safety/report.ts';
import { readingFrom, type SourceText, type StoredReading } from './stored-reading.ts';

/** What the gate reads of a recipe, as its author wrote it: scaling drops notes of a line. */
export interface WrittenRecipe extends Pick<Recipe, 'title' | 'language' | 'steps'> {
  readonly ingredients: readonly Pick<Ingredient, 'text'>[];
}

const stored = new WeakMap<WrittenRecipe, StoredReading>();
const readings = new WeakMap<WrittenRecipe, DishReading>();

/** Spares reading a recipe that was read before, by its own object. */
export function keepStoredReading(recipe: WrittenRecipe, reading: StoredReading): void {
  stored.set(recipe, reading);
}

/** What the allergy gate reads in a recipe, whoever eats: as it is stored, or made when first asked for. */
export function readingOf(recipe: WrittenRecipe): DishReading {
  const known = readings.get(recipe);
  if (known !== undefined) return known;
  const before = stored.get(recipe);
  const read =
    before === undefined
      ? readRecipe(recipe)
      : readingFrom(before, textsOf(recipe), readAs(recipe.language));
  const reading = isRead(recipe.language) ? read : { ...read, unknown: allUnknown(recipe) };
  readings.set(recipe, reading);
  return reading;
}

/** Everything of a recipe that is read: its lines, and its title and steps as prose. */
export function readRecipe({ title, ingredients, steps, language }: WrittenRecipe): DishReading {
  const written = (text: string) => ({ [readAs(language)]: text });
  return readDish({
    title: written(title),
    ingredients: ingredients.map(({ text }) => written(text)),
    steps: steps.map(written),
  });
}

function allUnknown({ ingredients }: WrittenRecipe): Evidence[] {
  return ingredients.map(({ text }, ingredient) => {
    return { words: text, text, start: 0, end: text.length, ingredient };
  });
}

/** The same texts in the same order, none of them read. */
function textsOf({ title, ingredients, steps }: WrittenRecipe): SourceText[] {
  const lines = ingredients.map(({ text }, ingredient) => ({ text, ingredient }));
  return [...lines, ...[title, ...steps].map((text) => ({ text, ingredient: null }))];
}
