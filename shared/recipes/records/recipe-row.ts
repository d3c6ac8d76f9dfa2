import { withoutHeadings } from '#shared/recipes/ingredients/headings.ts';
import { needOf } from '#shared/recipes/ingredients/need.ts';
import { readIngredient } from '#shared/recipes/ingredients/read-ingredient.ts';
import {
  type Equipment,
  type Ingredient,
  isRead,
  type Meal,
  type Recipe,
  readAs,
  type Season,
} from '#shared/recipes/model/recipe.ts';
import type { NewRecipe, RecipeChange } from '#shared/recipes/model/recipe-schema.ts';

/** An own recipe as it is stored. */
export interface RecipeRow {
  readonly id: string;
  readonly title: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly servings: number | null;
  readonly makes: string | null;
  readonly prep_minutes: number | null;
  readonly cook_minutes: number | null;
  readonly total_minutes: number | null;
  readonly meals: readonly Meal[];
  readonly seasons: readonly Season[];
  readonly equipment: readonly Equipment[];
  readonly tags: readonly string[];
  readonly ingredients: readonly { readonly text: string }[];
  readonly steps: readonly string[];
  readonly source: Recipe['source'];
  readonly version: number;
}

/** The recipe without the headings among its lines, which stand beside them. */
export function recipeOf(row: RecipeRow): Recipe {
  const { id, title, language, servings, makes, meals, seasons, equipment, tags, source } = row;
  const ingredients = withoutHeadings(row.ingredients, ({ text }) => text);
  const steps = withoutHeadings(row.steps, (step) => step);
  return {
    id,
    title,
    language,
    servings,
    makes,
    prepMinutes: row.prep_minutes,
    cookMinutes: row.cook_minutes,
    totalMinutes: row.total_minutes,
    meals,
    seasons,
    equipment,
    tags,
    ingredients: ingredients.lines.map(({ text }) => ingredientOf(text, language)),
    ingredientSections: ingredients.sections,
    steps: steps.lines,
    stepSections: steps.sections,
    source,
  };
}

/** Words of other languages look like products that they are not: `gift` is poison in German. */
function ingredientOf(text: string, language: string): Ingredient {
  const line = readIngredient(text, readAs(language));
  if (isRead(language)) return line;
  return { ...line, productId: null, quantity: line.amount && needOf(line.amount, null) };
}

/** The columns that a caller may set, in the order of the statements of the store. */
export function columnsOf(recipe: NewRecipe): unknown[] {
  return [
    recipe.title,
    recipe.language,
    recipe.servings,
    recipe.prepMinutes,
    recipe.cookMinutes,
    recipe.totalMinutes,
    recipe.makes,
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
    totalMinutes: change.totalMinutes === undefined ? row.total_minutes : change.totalMinutes,
    makes: change.makes === undefined ? row.makes : change.makes,
    meals: change.meals ?? [...row.meals],
    seasons: change.seasons ?? [...row.seasons],
    equipment: change.equipment ?? [...row.equipment],
    tags: change.tags ?? [...row.tags],
    ingredients: change.ingredients ?? row.ingredients.map(({ text }) => text),
    steps: change.steps ?? [...row.steps],
  };
}
