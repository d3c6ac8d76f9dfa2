import type { Gate } from '#shared/recipes/gate.ts';
import {
  type IndexedNeed,
  type IndexedRecipe,
  isWanted,
} from '#shared/recipes/rank/index-recipe.ts';
import type { MealWish } from './wishes.ts';

/** Why a recipe is no option for a meal. */
export type Obstacle = 'gate' | 'servings' | 'meal' | 'refused' | 'minutes' | 'amounts';

/**
 * The first thing that keeps a recipe from a meal; nothing when it fits. The allergy gate is asked
 * last, for it reads the whole recipe. A dish that somebody chose needs to be of no meal and no time.
 */
export function obstacleOf(
  { recipe, minutes, dish, needs }: IndexedRecipe,
  { meal, maxMinutes, recipeId, not }: MealWish,
  { judge }: Gate,
): Obstacle | undefined {
  const { meals, servings, tags } = recipe;
  if (servings === null) return 'servings';
  if (recipeId === null) {
    const isOfMeal = meals.length === 0 ? meal !== 'breakfast' : meals.includes(meal);
    if (!isOfMeal || !dish || tags.some((tag) => BESIDE_MEALS.has(tag))) return 'meal';
    if (not.includes(recipe.id)) return 'refused';
    // What says only `Rice, Chicken, Eggs` would seem to take and cost nothing.
    if (needs.some(hasNoAmount)) return 'amounts';
    if (maxMinutes !== null && (minutes === null || minutes > maxMinutes)) return 'minutes';
  }
  return judge(recipe).effect === 'block' ? 'gate' : undefined;
}

/** Tags of what is no meal by itself: recipes of others are often said to be of lunch and dinner whatever they are. */
const BESIDE_MEALS = new Set([
  ...['drink', 'alcohol', 'liquor', 'dessert', 'cookies', 'cake', 'pastry', 'meringue'],
  ...['sauce', 'side', 'snack', 'bread', 'dough'],
]);

/** Whether nothing says how much it takes of what is not in every home. */
function hasNoAmount(need: IndexedNeed): boolean {
  return isWanted(need) && (need.grams ?? need.amount) === null;
}
