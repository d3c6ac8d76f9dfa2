import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { evaluate } from '#shared/planning/evaluate.ts';
import { isFixed } from './change-plan.ts';
import type { PlanningFor } from './forecast.ts';
import { gather } from './plan-meals.ts';
import { buildProblem } from './problem/build-problem.ts';
import type { PlannedFood } from './problem/food-book.ts';
import { selectPlan } from './records/plan-store.ts';
import { startOf } from './solve.ts';

/** What has to be bought of one food for the meals of a plan. */
export interface PlanPurchase {
  readonly food: PlannedFood;
  /** In the food's unit: what the meals need beyond the stock. */
  readonly needed: number;
  readonly packs: number;
  /** Titles of the dishes. */
  readonly recipes: readonly string[];
}

const NO_FORECAST = async () => [];

/**
 * What the meals that are still to be cooked need and the pantry has not, as it is now: reckoned as the
 * plan was, with what one meal leaves over used by the next.
 * @throws UserError 404; 409 `plan-infeasible`
 */
export async function purchasesOf(
  household: PlanningFor,
  planId: string,
  locale: Locale,
): Promise<PlanPurchase[]> {
  const stored = await withHousehold(household, (client) => selectPlan(client, planId));
  if (stored.outcome.status === 'infeasible') throw planInfeasible();
  const slots = stored.outcome.slots.filter((slot) => !isFixed(slot, stored));
  const meals = stored.wishes.meals.flatMap((meal) => {
    const slot = slots.find(({ id }) => id === meal.id);
    return slot === undefined ? [] : [{ ...meal, recipeId: slot.recipe.id }];
  });
  const wishes = { ...stored.wishes, meals };
  const { facts, planned } = await gather(household, wishes, locale, NO_FORECAST);
  const built = buildProblem(facts, planned);
  const { purchases, cookings } = evaluate(built.problem, startOf(built, slots));
  return purchases.flatMap(({ food: index, packs, needed }) => {
    const food = built.foods[index];
    if (food === undefined) return [];
    const dishes = cookings.filter(({ bought }) => bought.some((one) => one.food === index));
    const titles = dishes.flatMap(
      ({ candidate }) => built.candidates[candidate]?.recipe.title ?? [],
    );
    return [{ food, packs, needed, recipes: [...new Set(titles)] }];
  });
}

function planInfeasible(): UserError {
  return new UserError('conflict', 'plan-infeasible', {
    pl: 'Ten plan nie ma posiłków: życzeń nie dało się spełnić.',
    en: 'This plan has no meals: its wishes could not be met.',
  });
}
