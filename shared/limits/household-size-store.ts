import type { ClientBase } from 'pg';
import { type CountedThing, checkLimit, HOUSEHOLD_LIMITS } from './household-limits.ts';

/** Row-level security leaves the rows of one household. */
const SIZES: Readonly<Record<CountedThing, string>> = {
  people: 'select count(*) from people',
  terms: `select sum(cardinality(dislikes)
    + (select count(*) from jsonb_array_elements(allergies) one where one ? 'term')) from people`,
  recipes: 'select count(*) from recipes',
  recipeCharacters:
    "select sum(length(ingredients::text) + length(array_to_string(steps, ''))) from recipes",
  taughtNames: 'select count(*) from product_aliases',
  lots: 'select count(*) from lots where quantity > 0',
  documents: `select count(*) from uploads
    where kind = 'document' and status <> 'failed' and duplicate_of is null`,
  passages: 'select count(*) from document_chunks',
  mealPlans: 'select count(*) from meal_plans',
  shoppingLists: 'select count(*) from shopping_lists',
  minimums: 'select count(*) from minimum_stock',
  calendarFeeds: 'select count(*) from calendar_feeds',
  deviceKeys: 'select count(*) from device_keys',
};

/**
 * Called after something was written, in its transaction, which is rolled back when it is too much. Two at
 * once may pass the limit together by one or two: it bounds work, and need not be exact.
 * @throws UserError 409
 */
export async function requireWithinLimit(client: ClientBase, thing: CountedThing): Promise<void> {
  checkLimit(thing, await sizeOf(client, thing));
}

/** Whether so many more would fit. */
export async function hasRoomFor(
  client: ClientBase,
  thing: CountedThing,
  more: number,
): Promise<boolean> {
  return (await sizeOf(client, thing)) + more <= HOUSEHOLD_LIMITS[thing].most;
}

async function sizeOf(client: ClientBase, thing: CountedThing): Promise<number> {
  const { rows } = await client.query<{ size: number }>(
    `select coalesce((${SIZES[thing]}), 0)::int as size`,
  );
  return rows[0]?.size ?? 0;
}
