import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { readCause } from '#shared/errors/step-failure.ts';
import { tellOfPlan } from '#shared/meal-plans/add-plan.ts';
import type { PlanStage } from '#shared/meal-plans/api/plan-status.ts';
import type { Forecasts } from '#shared/meal-plans/forecast.ts';
import { knownOf, outcomeOf } from '#shared/meal-plans/plan-meals.ts';
import { endPlan, enterStage, isKept } from '#shared/meal-plans/records/unmade-plan-store.ts';
import { emptyOutcome } from '#shared/meal-plans/show-outcome.ts';
import { THOROUGH } from '#shared/planning/bound/bounded-plan.ts';
import { type FailedPlanRun, type PlanRun, planGone } from './plan-run.ts';
import { requireAllowed } from './require-allowed.ts';

/**
 * Makes a plan that was asked for: gathers what it needs, plans longer than for somebody who waits, has the allergy
 * gate look at it once more, saves it and says so. Tried again after a crash it begins anew, and what has ended
 * stays as it ended.
 * @throws UserError when the wishes name somebody who is no longer there; `PLAN_GONE`
 */
export async function makePlan(run: PlanRun, forecasts: Forecasts): Promise<PlanRun> {
  const { planId, householdId } = run;
  const enter = (stage: PlanStage) =>
    withHousehold(run, (client) => enterStage(client, planId, stage));
  const asked = await enter('gather');
  if (asked === undefined) {
    if (await withHousehold(run, (client) => isKept(client, planId))) return run;
    // The message may have come before the commit of the request: the workflow tries again.
    throw planGone(planId);
  }
  const { wishes, askedBy: userId, locale } = asked;
  const [forecast, known] = await Promise.all([
    wishes.weather ? forecasts({ householdId, userId }) : [],
    withHousehold(run, (client) => knownOf(client, householdId, wishes, locale)),
  ]);
  const facts = { ...known.facts, forecast };
  await enter('plan');
  const outcome = outcomeOf(facts, wishes, known.planned, { effort: THOROUGH });
  await enter('check');
  await withHousehold(run, async (client) => {
    // Allergies may have been entered while it was planned.
    const { planned } = await knownOf(client, householdId, wishes, locale);
    requireAllowed(outcome.slots, planned.meals, facts);
  });
  await enter('save');
  await withHousehold(run, async (client) => {
    if (!(await endPlan(client, planId, outcome))) return;
    await tellOfPlan(client, householdId, { id: planId, wishes });
  });
  await relayHousehold(run);
  return run;
}

/** The workflow gave up: the plan says so. */
export async function failPlan({ planId, householdId, error }: FailedPlanRun): Promise<PlanRun> {
  const { code } = readCause(error.Cause);
  const failed = { ...emptyOutcome('failed'), problem: code };
  await withHousehold({ householdId }, (client) => endPlan(client, planId, failed));
  return { planId, householdId };
}
