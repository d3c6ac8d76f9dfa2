import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { Person } from '#shared/households/person.ts';
import { allPeople } from '#shared/households/person-store.ts';
import type { PlanningFor } from '#shared/meal-plans/forecast.ts';
import { selectPlans } from '#shared/meal-plans/records/plan-store.ts';
import type { StoredPlan } from '#shared/meal-plans/records/stored-plan.ts';
import { today } from '#shared/pantry/today-store.ts';
import { type StoredList, selectLists } from '#shared/shopping/list-store.ts';
import { restockList } from '#shared/shopping/restock-list.ts';

/** Older ones are over, or nobody talks of them any more. */
const MAX_PLANS = 20;

/** What a household plans and buys, as it is now. */
export interface PlanningSnapshot {
  readonly day: string;
  readonly people: readonly Person[];
  /** Those that are not over, the newest first. */
  readonly plans: readonly StoredPlan[];
  /** The newest list. */
  readonly list: StoredList | null;
}

/** The list is brought up to date with the pantry, as wherever it is read. */
export async function readPlanning(
  household: PlanningFor,
  locale: Locale,
): Promise<PlanningSnapshot> {
  return await withHousehold(household, async (client) => {
    const day = await today(client);
    const plans = await selectPlans(client, undefined, MAX_PLANS);
    await restockList(client, locale);
    const [list = null] = await selectLists(client, undefined, 1);
    const isOpen = ({ outcome }: StoredPlan) => outcome.slots.some(({ date }) => date >= day);
    return { day, people: await allPeople(client), plans: plans.filter(isOpen), list };
  });
}
