import type { OfferNumber } from '#shared/cooking-requests/criteria.ts';
import { NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import type { Language, Recipe } from '#shared/recipes/model/recipe.ts';
import { minutesOf } from '#shared/recipes/recipe-text.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import { type Turn, type TurnContext, textOnly } from './chef-turn.ts';
import { offeredRecipe } from './offered-recipe.ts';
import { phrasesOf } from './phrases.ts';
import { standInText } from './stand-in-text.ts';

/** What can stand in for a food, whatever it is for. */
export function standIn(food: NamedFood, context: TurnContext): Turn {
  const { snapshot, locale } = context;
  const state = { ...(context.state ?? NEW_SESSION), standIn: true };
  return textOnly(standInText(food, snapshot, locale), { ...context, state });
}

/** Whether all offered recipes are meant, for none was chosen. */
export function isOfAll(which: OfferNumber, { state }: TurnContext): boolean {
  return which === null && state !== null && state.picked === null;
}

/** How long each offered recipe takes. */
export function durations(context: TurnContext): Turn {
  const { locale, state } = context;
  const recipes = (state?.offered ?? []).flatMap((_, at) => offeredRecipe(at + 1, context) ?? []);
  return textOnly(recipes.map((recipe) => durationText(recipe, locale)).join('\n'), context);
}

/** How long a recipe takes, in words. */
export function durationText(recipe: Recipe, locale: Language): string {
  return phrasesOf(locale).duration(recipe.title, minutesOf(recipe));
}
