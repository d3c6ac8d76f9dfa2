import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import type { NewMealPlan } from '#shared/meal-plans/api/plan-schema.ts';
import { knownOf, type ShownPlan } from '#shared/meal-plans/plan-meals.ts';
import { insertPlan } from '#shared/meal-plans/records/plan-store.ts';
import { countUnmade, setRequester } from '#shared/meal-plans/records/unmade-plan-store.ts';
import { emptyOutcome } from '#shared/meal-plans/show-outcome.ts';
import { showPlan } from '#shared/meal-plans/show-plan.ts';
import { wishesOf } from '#shared/meal-plans/wished-meals.ts';
import { today } from '#shared/pantry/today-store.ts';
import { etag } from '#shared/versions/if-match.ts';

/** Of one household, so that none fills the queue. */
const MOST_UNMADE = 5;

/**
 * Keeps the wishes for a plan, which the workflow makes: it is asked for with the transaction's commit.
 * @throws UserError 404, 409, 422 as planning at once does; 429 when too many are being made
 */
export async function requestPlan(
  household: HouseholdContext,
  given: NewMealPlan,
  locale: Locale,
): Promise<ShownPlan> {
  const { householdId, userId } = household;
  const stored = await withHousehold(household, async (client) => {
    const wishes = wishesOf(given, await today(client));
    // Who is told now that a person or a recipe is unknown need not look for it later.
    await knownOf(client, householdId, wishes, locale);
    if ((await countUnmade(client)) >= MOST_UNMADE) throw tooMany();
    const plan = await insertPlan(client, householdId, { wishes, outcome: emptyOutcome('queued') });
    await setRequester(client, plan.id, { askedBy: userId, locale });
    await enqueue(client, 'meal-plan.requested', { planId: plan.id, householdId });
    return plan;
  });
  await relayHousehold(household);
  return { plan: showPlan(stored), etag: etag(stored.version) };
}

function tooMany(): UserError {
  return new UserError(
    'too-many',
    'too-many-waiting',
    {
      pl: `Układa się już ${MOST_UNMADE} planów. Poczekaj, aż ich ubędzie.`,
      en: `${MOST_UNMADE} plans are being made already. Wait until there are fewer.`,
    },
    { retryAfter: 10 },
  );
}
