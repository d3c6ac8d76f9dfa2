import rows from './data/nutrition.json' with { type: 'json' };
import type { Ingredient, Recipe } from './model/recipe.ts';
import type { RecipeView } from './model/recipe-schema.ts';
import { gramsIn } from './rank/convert-number.ts';

/** Per 100 g: kcal, protein, fat, carbohydrates. */
const TABLE: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(rows));
const KNOWN_ENOUGH = 0.9;
const SOURCE = 'typical values per 100 g, see shared/recipes/data/README.md';

/**
 * What one serving holds, from typical values of its ingredients; nothing when less than nine tenths
 * of the mass is known, or when the recipe does not say for how many it is. Lines without an amount
 * (salt to taste) weigh nothing here.
 */
export function nutritionOf({ ingredients, servings }: Recipe): RecipeView['nutrition'] {
  if (servings === null) return null;
  const sums = [0, 0, 0, 0];
  let [mass, known] = [0, 0];
  for (const line of ingredients) {
    if (line.amount === null || line.optional) continue;
    const grams = gramsOf(line);
    // What cannot be weighed may be anything: then nothing is said.
    if (grams === null) return null;
    mass += grams;
    const values = TABLE.get(line.productId ?? '');
    if (values === undefined) continue;
    known += grams;
    for (const [index, value] of values.entries()) {
      sums[index] = (sums[index] ?? 0) + (value * grams) / 100;
    }
  }
  if (mass === 0 || known / mass < KNOWN_ENOUGH) return null;
  const [kcal = 0, protein = 0, fat = 0, carbohydrates = 0] = sums.map((sum) => sum / servings);
  return {
    kcal: Math.round(kcal),
    protein: Math.round(protein * 10) / 10,
    fat: Math.round(fat * 10) / 10,
    carbohydrates: Math.round(carbohydrates * 10) / 10,
    knownPercent: Math.floor((known / mass) * 100),
    source: SOURCE,
  };
}

/** Grams of a line; water is as heavy as water where nothing better is known. Null when it cannot be weighed. */
export function gramsOf({ quantity, productId }: Ingredient): number | null {
  if (quantity === null) return null;
  const each = gramsIn(quantity.unit, productId, null) ?? (quantity.unit === 'ml' ? 1 : null);
  return each === null ? null : Number(quantity.value) * each;
}
