import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { etag } from '#shared/versions/if-match.ts';
import type { MealPlanView } from './api/plan-schema.ts';
import { outdatedSlots } from './outdated.ts';
import type { ShownPlan } from './plan-meals.ts';
import { deletePlan, leftOfLots, selectPlan, selectPlans } from './records/plan-store.ts';
import { showPlan } from './show-plan.ts';

/** A plan with what of it no longer holds. @throws UserError 404 */
export async function readPlan(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<ShownPlan> {
  return await withHousehold(household, async (client) => {
    const stored = await selectPlan(client, id);
    const { slots } = stored.outcome;
    const lots = slots.flatMap(({ uses }) => uses.map(({ lotId }) => lotId));
    const outdated = outdatedSlots(slots, await leftOfLots(client, lots), locale);
    return { plan: showPlan(stored, { outdated }), etag: etag(stored.version) };
  });
}

/** The plans of a household, newest first. */
export async function pageOfPlans(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<MealPlanView>> {
  const after = readCursor(AfterId, cursor);
  const rows = await withHousehold(household, (client) => selectPlans(client, after, limit + 1));
  return toPage(
    rows,
    limit,
    (stored) => showPlan(stored),
    ({ id }) => id,
  );
}

/** What was cooked of it stays cooked. @throws UserError 404 */
export async function removePlan(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, (client) => deletePlan(client, id));
}
