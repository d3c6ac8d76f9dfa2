import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { rememberedDiners } from '#shared/households/diners.ts';
import { allPeople } from '#shared/households/person-store.ts';
import { type CookedRecipe, cookIn } from '#shared/recipes/cook-in.ts';
import { scaleRecipe } from '#shared/recipes/ingredients/scale.ts';
import { readRecipe } from '#shared/recipes/records/recipe-store.ts';
import { slotCooked, unknownSlot } from './change-plan.ts';
import { avoidedBy } from './plan-wishes.ts';
import { lockPlan, updatePlan } from './records/plan-store.ts';

/**
 * Cooks a planned meal from the pantry and marks it: as much as all meals need that eat of it, with nothing
 * that somebody of them must not have. The gate and the pantry are asked as they are now.
 * @throws UserError 404; 409 `slot-cooked`, `slot-is-leftovers`, and as of `cookIn`
 */
export async function cookSlot(
  household: HouseholdContext,
  { planId, slotId }: { readonly planId: string; readonly slotId: string },
  locale: Locale,
): Promise<CookedRecipe> {
  return await withHousehold(household, (client) =>
    cookSlotIn(client, household, { planId, slotId }, locale),
  );
}

/** The same in the caller's transaction. */
export async function cookSlotIn(
  client: ClientBase,
  household: HouseholdContext,
  { planId, slotId }: { readonly planId: string; readonly slotId: string },
  locale: Locale,
): Promise<CookedRecipe> {
  const stored = await lockPlan(client, planId);
  const { slots } = stored.outcome;
  const slot = slots.find(({ id }) => id === slotId);
  if (slot === undefined) throw unknownSlot(slotId);
  if (slot.cookedId !== null) throw slotCooked();
  if (slot.leftoversOf !== null) throw isLeftovers();
  const meals = [slot, ...slots.filter(({ leftoversOf }) => leftoversOf === slotId)];
  const people = await allPeople(client);
  const diners = meals.flatMap(({ id, people: ids, guests }) => {
    const avoid = stored.wishes.meals.find((wish) => wish.id === id)?.avoid ?? [];
    const eating = rememberedDiners(people, { people: ids, guests }, locale);
    return [...eating, ...avoidedBy(avoid)];
  });
  const { recipe } = await readRecipe(client, slot.recipe.id);
  const servings = meals.reduce((sum, meal) => sum + meal.servings, 0);
  const cooked = await cookIn(client, household.householdId, scaleRecipe(recipe, servings), {
    diners: withoutRepetition(diners),
    written: recipe,
  });
  const marked = slots.map((one) => (one.id === slotId ? { ...one, cookedId: cooked.id } : one));
  const outcome = { ...stored.outcome, slots: marked };
  await updatePlan(client, { ...stored, outcome });
  return cooked;
}

/** The meal is to be cooked again: what was booked for it has been taken back. @throws UserError 404 */
export async function unmarkCooked(
  client: ClientBase,
  { planId, slotId }: { readonly planId: string; readonly slotId: string },
): Promise<void> {
  const stored = await lockPlan(client, planId);
  const slots = stored.outcome.slots.map((one) =>
    one.id === slotId ? { ...one, cookedId: null } : one,
  );
  await updatePlan(client, { ...stored, outcome: { ...stored.outcome, slots } });
}

/** Guests of two meals may have the same id and are not the same. */
function withoutRepetition<Diner extends { readonly id: string }>(
  diners: readonly Diner[],
): Diner[] {
  return [...new Map(diners.map((diner) => [JSON.stringify(diner), diner])).values()];
}

function isLeftovers(): UserError {
  return new UserError('conflict', 'slot-is-leftovers', {
    pl: 'Ten posiłek je się z tego, co ugotowano wcześniej: ugotuj tamten.',
    en: 'This meal eats of an earlier one: cook that one.',
  });
}
