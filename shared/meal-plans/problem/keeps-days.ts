import { products } from '#shared/products/product.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';

const DAYS = { salad: 0, fish: 1, cooked: 2 };
const EATEN_AT_ONCE = /^(?:surówka|sałatka|salad|bez gotowania|drink|napój)$/;

/**
 * Days in which what is left of a dish is eaten, in a fridge: cooked food within two, fish the day
 * after, what is not cooked at once. Cautious: authorities allow three to four for cooked food.
 */
export function keepsDays({ tags, ingredients }: Recipe): number {
  if (tags.some((tag) => EATEN_AT_ONCE.test(tag))) return DAYS.salad;
  const isFish = ingredients.some(({ productId }) =>
    products()
      .get(productId ?? '')
      ?.category.startsWith('fish/'),
  );
  return isFish ? DAYS.fish : DAYS.cooked;
}
