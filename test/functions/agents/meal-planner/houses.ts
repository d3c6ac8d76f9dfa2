import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { NewMealPlan } from '#shared/meal-plans/api/plan-schema.ts';
import { draftPlan } from '#shared/meal-plans/plan-meals.ts';
import { insertPlan } from '#shared/meal-plans/records/plan-store.ts';
import type { PlanDraft } from '#shared/meal-plans/records/stored-plan.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { person } from '../../api/recipes/diners.ts';
import { inDays, stock } from '../../api/recipes/household.ts';

/** Planned once: the houses with a plan are alike. */
let planned: Promise<PlanDraft> | undefined;

/** What the houses of the written talks hold. */
export async function furnishHouse(
  database: TestDatabase,
  household: HouseholdContext,
  house: string,
): Promise<void> {
  await stock(household, 'Ziemniaki', '1', 'kg', inDays(2));
  await stock(household, 'Śmietana', '200', 'g', inDays(1), 'use-by');
  await stock(household, 'Jajka', '6', 'szt', inDays(3));
  switch (house) {
    case 'stocked':
      return;
    case 'family':
      await person(database, household, 'Ania');
      await person(database, household, 'Jan', [{ code: 'nuts', severity: 'allergy' }]);
      await person(database, household, 'Zosia', [{ code: 'milk', severity: 'allergy' }]);
      return;
    case 'planned': {
      const wishes = NewMealPlan.parse({
        from: inDays(1),
        days: 3,
        meals: ['lunch'],
        servings: 2,
        leftovers: false,
      });
      planned ??= draftPlan(household, wishes, 'pl', async () => []);
      const draft = await planned;
      await withHousehold(household, (client) => insertPlan(client, household.householdId, draft));
      return;
    }
    default:
      throw new Error(`There is no house ${house}`);
  }
}
