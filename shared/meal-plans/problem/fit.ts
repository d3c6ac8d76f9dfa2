import type { Gate } from '#shared/recipes/gate.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import type { MealWish } from './wishes.ts';

/** Why a recipe is no option for a meal. */
export type Obstacle = 'gate' | 'servings' | 'meal' | 'refused' | 'minutes';

/**
 * The first thing that keeps a recipe from a meal; nothing when it fits. The allergy gate is asked
 * last, for it reads the whole recipe. A dish that somebody chose needs to be of no meal and no time.
 */
export function obstacleOf(
  { recipe, minutes, dish }: IndexedRecipe,
  { meal, maxMinutes, recipeId, not }: MealWish,
  { judge }: Gate,
): Obstacle | undefined {
  const { meals, servings } = recipe;
  if (servings === null) return 'servings';
  if (recipeId === null) {
    const isOfMeal = meals.length === 0 ? meal !== 'breakfast' : meals.includes(meal);
    if (!isOfMeal || !dish) return 'meal';
    if (not.includes(recipe.id)) return 'refused';
    if (maxMinutes !== null && (minutes === null || minutes > maxMinutes)) return 'minutes';
  }
  return judge(recipe).effect === 'block' ? 'gate' : undefined;
}
