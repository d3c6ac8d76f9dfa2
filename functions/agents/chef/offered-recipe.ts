import type { OfferNumber } from '#shared/cooking-requests/criteria.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import type { TurnContext } from './chef-turn.ts';

/** The recipe of the book that an offer number means. */
export function offeredRecipe(
  offerNumber: OfferNumber,
  { snapshot, state }: TurnContext,
): Recipe | undefined {
  if (state === null) return undefined;
  const id =
    offerNumber === null ? (state.picked ?? state.offered[0]) : state.offered[offerNumber - 1];
  return snapshot.book.find(({ recipe }) => recipe.id === id)?.recipe;
}
