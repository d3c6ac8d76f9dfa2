import type { ClientBase } from 'pg';
import type { Locale } from '#shared/context/locale.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notify } from '#shared/notifications/notify.ts';
import { etag } from '#shared/versions/if-match.ts';
import type { NewMealPlan } from './api/plan-schema.ts';
import type { Forecasts, PlanningFor } from './forecast.ts';
import { draftPlan, type ShownPlan } from './plan-meals.ts';
import { insertPlan } from './records/plan-store.ts';
import type { PlanDraft, StoredPlan } from './records/stored-plan.ts';
import { showPlan } from './show-plan.ts';

/** Keeps a new plan, and has the household told. @throws UserError 409 when it has too many */
export async function addPlan(
  client: ClientBase,
  householdId: string,
  draft: PlanDraft,
): Promise<StoredPlan> {
  const stored = await insertPlan(client, householdId, draft);
  await tellOfPlan(client, householdId, stored);
  return stored;
}

/** Has the household told that a plan is ready, once. */
export async function tellOfPlan(
  client: ClientBase,
  householdId: string,
  { id: planId, wishes }: Pick<StoredPlan, 'id' | 'wishes'>,
): Promise<void> {
  const data = { planId, from: wishes.from, days: wishes.days };
  await notify(client, { householdId, type: 'plan.ready', eventKey: `plan ${planId}`, data });
}

/**
 * Plans meals and keeps the plan. Where wishes stand in the way, that is what is kept, and no meal.
 * @throws UserError 404, 409, 422 as of `wishesOf` and `planWishes`
 */
export async function planMeals(
  household: PlanningFor,
  given: NewMealPlan,
  locale: Locale,
  forecasts: Forecasts,
): Promise<ShownPlan> {
  const draft = await draftPlan(household, given, locale, forecasts);
  const stored = await withHousehold(household, (client) =>
    addPlan(client, household.householdId, draft),
  );
  await relayHousehold(household);
  return { plan: showPlan(stored), etag: etag(stored.version) };
}
