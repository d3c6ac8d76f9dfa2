import { readIngredient } from '#shared/recipes/ingredients/read-ingredient.ts';
import type { Equipment, Language, Meal, Recipe, Season } from '#shared/recipes/model/recipe.ts';
import type { NewRecipe, RecipeChange } from '#shared/recipes/model/recipe-schema.ts';

/** An own recipe as it is stored. */
export interface RecipeRow {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly servings: number | null;
  readonly prep_minutes: number | null;
  readonly cook_minutes: number | null;
  readonly meals: readonly Meal[];
  readonly seasons: readonly Season[];
  readonly equipment: readonly Equipment[];
  readonly tags: readonly string[];
  readonly ingredients: readonly { readonly text: string }[];
  readonly steps: readonly string[];
  readonly source: Recipe['source'];
  readonly version: number;
}

export function recipeOf(row: RecipeRow): Recipe {
  const { id, title, language, servings, meals, seasons, equipment, tags, steps, source } = row;
  return {
    id,
    title,
    language,
    servings,
    prepMinutes: row.prep_minutes,
    cookMinutes: row.cook_minutes,
    meals,
    seasons,
    equipment,
    tags,
    ingredients: row.ingredients.map(({ text }) => readIngredient(text, language)),
    steps,
    source,
  };
}

/** The columns that a caller may set, in the order of the statements of the store. */
export function columnsOf(recipe: NewRecipe): unknown[] {
  return [
    recipe.title,
    recipe.language,
    recipe.servings,
    recipe.prepMinutes,
    recipe.cookMinutes,
    recipe.meals,
    recipe.seasons,
    recipe.equipment,
    recipe.tags,
    JSON.stringify(recipe.ingredients.map((text) => ({ text }))),
    recipe.steps,
  ];
}

/** A stored recipe as it would be given with this change. */
export function changedBy(row: RecipeRow, change: RecipeChange): NewRecipe {
  const { prepMinutes = row.prep_minutes, cookMinutes = row.cook_minutes } = change;
  return {
    title: change.title ?? row.title,
    language: change.language ?? row.language,
    servings: change.servings === undefined ? row.servings : change.servings,
    prepMinutes,
    cookMinutes,
    meals: change.meals ?? [...row.meals],
    seasons: change.seasons ?? [...row.seasons],
    equipment: change.equipment ?? [...row.equipment],
    tags: change.tags ?? [...row.tags],
    ingredients: change.ingredients ?? row.ingredients.map(({ text }) => text),
    steps: change.steps ?? [...row.steps],
  };
}
