import { expect, test } from 'vitest';
import { obstacleOf } from '#shared/meal-plans/problem/fit.ts';
import type { MealWish } from '#shared/meal-plans/problem/wishes.ts';
import { gateFor } from '#shared/recipes/gate.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';

const DINNER = { meal: 'dinner', maxMinutes: null, recipeId: null, not: [] } as unknown as MealWish;
const NOBODY = gateFor([]);

function obstacle(id: string, wish: MealWish = DINNER) {
  const recipe = shippedRecipes().get(id);
  if (recipe === undefined) throw new Error(`There is no recipe ${id}`);
  return obstacleOf(indexRecipe(recipe), wish, NOBODY);
}

test('a recipe that does not say how much it takes is no option: it would seem to cost nothing', () => {
  expect(obstacle('en-arroz-chaufa')).toBe('amounts');
  expect(obstacle('en-steak-tartare')).toBe('amounts');
});

test('a drink is no dinner, though its author says so', () => {
  expect(obstacle('en-limoncello')).toBe('meal');
});

test('a person may choose it all the same', () => {
  expect(obstacle('en-arroz-chaufa', { ...DINNER, recipeId: 'en-arroz-chaufa' })).toBeUndefined();
});

test('most shipped recipes say it', () => {
  const dishes = [...shippedRecipes().values()].map(indexRecipe);
  const options = dishes.filter((one) => obstacleOf(one, DINNER, NOBODY) === undefined);
  expect(options.length).toBeGreaterThan(100);
  expect(
    options
      .flatMap(({ needs }) => needs)
      .every(({ ingredient, staple, grams, amount }) => {
        return staple || ingredient.optional || (grams ?? amount) !== null;
      }),
  ).toBe(true);
});
