import type { ClientBase } from 'pg';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { allPeople } from '#shared/households/person-store.ts';
import { today } from '#shared/pantry/today-store.ts';
import type { Effort } from '#shared/planning/bound/bounded-plan.ts';
import type { MealPlanView, NewMealPlan } from './api/plan-schema.ts';
import type { Forecasts, PlanningFor } from './forecast.ts';
import { type Before, planWishes } from './plan-wishes.ts';
import { buildProblem } from './problem/build-problem.ts';
import type { PlanningFacts } from './problem/facts.ts';
import type { PlanWishes } from './problem/wishes.ts';
import { readPlanningFacts } from './records/facts-store.ts';
import type { Outcome, PlanDraft, StoredWishes } from './records/stored-plan.ts';
import { infeasible, showOutcome } from './show-outcome.ts';
import { solve, startOf } from './solve.ts';
import { hopelessMeals, overspent, withTime } from './violations.ts';
import { wishesOf } from './wished-meals.ts';

/** A plan and the version it is shown in. */
export interface ShownPlan {
  readonly plan: MealPlanView;
  readonly etag: string;
}

/** A plan for these days, not kept. */
export async function draftPlan(
  household: PlanningFor,
  given: NewMealPlan,
  locale: Locale,
  forecasts: Forecasts,
): Promise<PlanDraft> {
  const wishes = wishesOf(given, await withHousehold(household, today));
  const { facts, planned } = await gather(household, wishes, locale, forecasts);
  return { wishes, outcome: outcomeOf(facts, wishes, planned) };
}

/** All that planning needs; the forecast is asked for outside of the transaction. */
export async function gather(
  household: PlanningFor,
  wishes: StoredWishes,
  locale: Locale,
  forecasts: Forecasts,
  before?: Before,
): Promise<{ readonly facts: PlanningFacts; readonly planned: PlanWishes }> {
  const forecast = wishes.weather ? await forecasts(household) : [];
  return await withHousehold(household, async (client) => {
    const known = await knownOf(client, household.householdId, wishes, locale, before);
    return { ...known, facts: { ...known.facts, forecast } };
  });
}

/**
 * All but the forecast.
 * @throws UserError as of `planWishes`
 */
export async function knownOf(
  client: ClientBase,
  householdId: string,
  wishes: StoredWishes,
  locale: Locale,
  before?: Before,
): Promise<{ readonly facts: Omit<PlanningFacts, 'forecast'>; readonly planned: PlanWishes }> {
  const facts = await readPlanningFacts(client, householdId, locale);
  return {
    facts,
    planned: planWishes(wishes, await allPeople(client), facts.book, locale, before),
  };
}

/** The best plan for the wishes, or those of them that stand in its way. */
export function outcomeOf(
  facts: PlanningFacts,
  wishes: StoredWishes,
  planned: PlanWishes,
  { before, effort }: { readonly before?: Before; readonly effort?: Effort } = {},
): Outcome {
  const built = buildProblem(facts, planned);
  const hopeless = hopelessMeals(built, facts.book, facts.locale);
  if (hopeless.length > 0) {
    const relaxed = buildProblem(facts, withTime(planned, hopeless));
    return infeasible([...hopeless, ...overspent(solve(relaxed, wishes), facts.locale)]);
  }
  const start = before && { start: startOf(built, before.slots) };
  const solution = solve(built, { seed: wishes.seed, ...start, ...(effort && { effort }) });
  const violations = overspent(solution, facts.locale);
  if (violations.length > 0) return infeasible(violations);
  return showOutcome(built, solution, wishes.meals, facts);
}
