import { products } from '#shared/products/product.ts';
import { type Ingredient, type Recipe, readAs } from './model/recipe.ts';
import type { RecipeView } from './model/recipe-schema.ts';
import { nutritionOf } from './nutrition.ts';
import type { Judgement } from './rank/judge.ts';

/** A recipe as the API returns it. */
export function showRecipe(recipe: Recipe, own: boolean, judgement: Judgement): RecipeView {
  const { meals, seasons, equipment, tags, ingredients, steps, ...rest } = recipe;
  return {
    ...rest,
    own,
    meals: [...meals],
    seasons: [...seasons],
    equipment: [...equipment],
    tags: [...tags],
    ingredients: ingredients.map((line) => showIngredient(line, recipe.language)),
    ingredientSections: [...recipe.ingredientSections],
    steps: [...steps],
    stepSections: [...recipe.stepSections],
    nutrition: nutritionOf(recipe),
    safety: {
      verdict: judgement.verdict,
      allergens: [...judgement.allergens],
      exempt: [...judgement.exempt],
    },
  };
}

function showIngredient(
  { productId, ...line }: Ingredient,
  language: Recipe['language'],
): RecipeView['ingredients'][number] {
  const name = products().get(productId ?? '')?.[readAs(language)] ?? line.item;
  return { ...line, product: productId === null ? null : { id: productId, name } };
}
