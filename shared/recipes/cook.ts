import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { type CookedRecipe, cookIn } from './cook-in.ts';
import { scaleRecipe } from './ingredients/scale.ts';
import { readRecipe } from './records/recipe-store.ts';

/**
 * Cooks a shipped or own recipe from the pantry, for as many as asked.
 * @throws UserError 404; 409 `nothing-in-stock`, `past-use-by`; 422 when it cannot be scaled
 */
export async function cookRecipe(
  household: HouseholdContext,
  id: string,
  servings?: number,
): Promise<CookedRecipe> {
  return await withHousehold(household, async (client) => {
    const { recipe } = await readRecipe(client, id);
    const scaled = servings === undefined ? recipe : scaleRecipe(recipe, servings);
    return await cookIn(client, household.householdId, scaled);
  });
}
