import type * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { dinersOf } from '#shared/households/diners.ts';
import { allPeople } from '#shared/households/person-store.ts';
import { type CookedRecipe, cookIn } from './cook-in.ts';
import { scaleRecipe } from './ingredients/scale.ts';
import type { Cooking } from './model/recipe-schema.ts';
import { readRecipe } from './records/recipe-store.ts';

type Asked = z.output<typeof Cooking>;

/**
 * Cooks a shipped or own recipe from the pantry, for as many as asked and for the people who eat.
 * @throws UserError 404; 409 as of `cookIn`; 422 when it cannot be scaled
 */
export async function cookRecipe(
  household: HouseholdContext,
  id: string,
  { servings, lots, ...who }: Asked,
  locale: Locale,
): Promise<CookedRecipe> {
  return await withHousehold(household, async (client) => {
    const { recipe } = await readRecipe(client, id);
    const scaled = servings === undefined ? recipe : scaleRecipe(recipe, servings);
    const diners = dinersOf(await allPeople(client), who, locale);
    return await cookIn(client, household.householdId, scaled, {
      diners,
      written: recipe,
      lots,
    });
  });
}
