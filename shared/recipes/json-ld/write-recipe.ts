import type { RecipeView } from '#shared/recipes/model/recipe-schema.ts';
import { isoDuration } from './iso-duration.ts';

/** The recipe as schema.org describes one, for other programs. @see https://schema.org/Recipe */
export function writeJsonLd(recipe: RecipeView) {
  const { prepMinutes: prep, cookMinutes: cook, servings, nutrition, source } = recipe;
  return {
    '@context': 'https://schema.org',
    '@type': 'Recipe',
    identifier: recipe.id,
    name: recipe.title,
    inLanguage: recipe.language,
    ...(servings !== null && { recipeYield: String(servings) }),
    ...(prep !== null && { prepTime: isoDuration(prep) }),
    ...(cook !== null && { cookTime: isoDuration(cook) }),
    ...(prep !== null && cook !== null && { totalTime: isoDuration(prep + cook) }),
    ...(recipe.tags.length > 0 && { keywords: recipe.tags.join(', ') }),
    ...(recipe.meals.length > 0 && { recipeCategory: recipe.meals }),
    recipeIngredient: recipe.ingredients.map(({ text }) => text),
    recipeInstructions: recipe.steps.map((text) => ({ '@type': 'HowToStep', text })),
    ...(source.author !== null && { author: { '@type': 'Person', name: source.author } }),
    ...(source.url !== null && { isBasedOn: source.url }),
    ...(nutrition !== null && {
      nutrition: {
        '@type': 'NutritionInformation',
        calories: `${nutrition.kcal} kcal`,
        proteinContent: `${nutrition.protein} g`,
        fatContent: `${nutrition.fat} g`,
        carbohydrateContent: `${nutrition.carbohydrates} g`,
      },
    }),
  };
}
