import type { Criteria, OfferNumber, RecipeDetail } from '#shared/cooking-requests/criteria.ts';
import { keepingOf } from '#shared/recipes/keeping.ts';
import type { Language, Recipe } from '#shared/recipes/model/recipe.ts';
import { nutritionOf } from '#shared/recipes/nutrition.ts';
import { minutesOf } from '#shared/recipes/recipe-text.ts';
import { type Turn, type TurnContext, textOnly } from './chef-turn.ts';
import { choose } from './choose.ts';
import { offeredRecipe } from './offered-recipe.ts';
import { phrasesOf } from './phrases.ts';

/** Whether all offered recipes are meant, for none was chosen. */
export function isOfAll(which: OfferNumber, { state }: TurnContext): boolean {
  return which === null && state !== null && state.picked === null;
}

/** What is known of each offered recipe. */
export function detailsOfAll(detail: RecipeDetail, context: TurnContext): Turn {
  const { locale, state } = context;
  const recipes = (state?.offered ?? []).flatMap((_, at) => offeredRecipe(at + 1, context) ?? []);
  return textOnly(recipes.map((one) => detailText(detail, one, locale)).join('\n'), context);
}

/** How long the recipes take that would be offered for a dish. */
export function durationsOf(criteria: Criteria, context: TurnContext): Turn {
  const { snapshot, locale } = context;
  const { best } = choose(criteria, snapshot, locale);
  const lines = best.map(({ indexed }) => detailText('duration', indexed.recipe, locale));
  return textOnly(lines.length > 0 ? lines.join('\n') : phrasesOf(locale).nothing, context);
}

/** What is known of a recipe, in words; also that it is not known. */
export function detailText(detail: RecipeDetail, recipe: Recipe, locale: Language): string {
  const phrases = phrasesOf(locale);
  switch (detail) {
    case 'duration':
      return phrases.duration(recipe.title, minutesOf(recipe));
    case 'servings':
      return phrases.servings(recipe.title, recipe.servings);
    case 'nutrition':
      return phrases.nutrition(recipe.title, nutritionOf(recipe));
    case 'keeping':
      return phrases.keeping(recipe.title, keepingOf(recipe));
  }
}
