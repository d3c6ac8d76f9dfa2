import { isoDuration } from '#shared/recipes/importing/durations.ts';
import type { Section } from '#shared/recipes/model/recipe.ts';
import type { RecipeView } from '#shared/recipes/model/recipe-schema.ts';

/** What of a recipe other programs are told. */
type DescribedRecipe = Pick<
  RecipeView,
  | 'id'
  | 'title'
  | 'language'
  | 'servings'
  | 'makes'
  | 'prepMinutes'
  | 'cookMinutes'
  | 'totalMinutes'
  | 'source'
  | 'nutrition'
> & {
  readonly tags: readonly string[];
  readonly meals: readonly string[];
  readonly ingredients: readonly { readonly text: string }[];
  readonly steps: readonly string[];
  readonly stepSections: readonly Section[];
};

/** The recipe as schema.org describes one, for other programs. @see https://schema.org/Recipe */
export function writeJsonLd(recipe: DescribedRecipe) {
  const { prepMinutes: prep, cookMinutes: cook, servings, makes, nutrition, source } = recipe;
  const total = recipe.totalMinutes ?? (prep !== null && cook !== null ? prep + cook : null);
  return {
    '@context': 'https://schema.org',
    '@type': 'Recipe',
    identifier: recipe.id,
    name: recipe.title,
    inLanguage: recipe.language,
    ...((servings !== null || makes !== null) && { recipeYield: makes ?? String(servings) }),
    ...(prep !== null && { prepTime: isoDuration(prep) }),
    ...(cook !== null && { cookTime: isoDuration(cook) }),
    ...(total !== null && { totalTime: isoDuration(total) }),
    ...(recipe.tags.length > 0 && { keywords: recipe.tags.join(', ') }),
    ...(recipe.meals.length > 0 && { recipeCategory: recipe.meals }),
    recipeIngredient: recipe.ingredients.map(({ text }) => text),
    recipeInstructions: stepsOf(recipe),
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

/** Steps, in their sections where they have any. */
function stepsOf({ steps, stepSections }: DescribedRecipe) {
  const all = steps.map((text) => ({ '@type': 'HowToStep', text }));
  const first = stepSections[0]?.from ?? all.length;
  const sections = stepSections.map(({ title, from }, at) => ({
    '@type': 'HowToSection',
    name: title,
    itemListElement: all.slice(from, stepSections[at + 1]?.from),
  }));
  return [...all.slice(0, first), ...sections];
}
