import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { checkLimit } from '#shared/limits/household-limits.ts';
import type { PlanningFor } from '#shared/meal-plans/forecast.ts';
import { purchasesOf } from '#shared/meal-plans/purchases.ts';
import { today } from '#shared/pantry/today-store.ts';
import { insertList, type StoredList } from './list-store.ts';
import { mergedItems } from './merge-items.ts';
import { withMinimums } from './minimum-items.ts';
import { plannedItem, writtenItem } from './new-items.ts';
import { leaveMinimums, minimumFacts } from './restock-list.ts';
import { shoppingFacts } from './shopping-facts.ts';
import type { NewShoppingItem, ShoppingItem } from './shopping-schema.ts';
import { type ShownList, shown } from './show-list.ts';

/** @throws UserError 409 when there are too many */
export async function addList(
  household: HouseholdContext,
  {
    title,
    items,
  }: { readonly title?: string | undefined; readonly items: readonly NewShoppingItem[] },
  locale: Locale,
): Promise<ShownList> {
  return await withHousehold(household, async (client) =>
    shown(await addListIn(client, household, { title, items }, locale)),
  );
}

/** The same in the caller's transaction. */
export async function addListIn(
  client: ClientBase,
  household: HouseholdContext,
  {
    title,
    items,
  }: { readonly title?: string | undefined; readonly items: readonly NewShoppingItem[] },
  locale: Locale,
): Promise<StoredList> {
  const facts = await shoppingFacts(client, locale);
  const made = mergedItems(items, facts.aliases).map((item) => writtenItem(item, facts));
  return await keepList(client, household, { title, planId: null, items: made }, locale);
}

/** What the meals of a plan need beyond the pantry. @throws UserError 404, 409 as of `purchasesOf` */
export async function addListOfPlan(
  household: HouseholdContext,
  planId: string,
  title: string | undefined,
  locale: Locale,
): Promise<ShownList> {
  const items = await itemsOfPlan(household, planId, locale);
  return await withHousehold(household, async (client) =>
    shown(await keepList(client, household, { title, planId, items }, locale)),
  );
}

/** What would stand on that list. @throws UserError as of `addListOfPlan` */
export async function itemsOfPlan(
  household: PlanningFor,
  planId: string,
  locale: Locale,
): Promise<ShoppingItem[]> {
  const purchases = await purchasesOf(household, planId, locale);
  return purchases.map((purchase) => plannedItem(purchase, locale));
}

/**
 * A new list in the caller's transaction, with what is missing of the minimums: what the newest one had open of
 * these stands here now. @throws UserError 409 when there are too many
 */
export async function keepList(
  client: ClientBase,
  household: HouseholdContext,
  list: { title: string | undefined; planId: string | null; items: readonly ShoppingItem[] },
  locale: Locale,
): Promise<StoredList> {
  checkLimit('shoppingItems', list.items.length);
  const day = await today(client);
  const title = list.title ?? (locale === 'pl' ? `Zakupy ${day}` : `Shopping ${day}`);
  await leaveMinimums(client);
  const items = withMinimums(list.items, [], await minimumFacts(client, locale));
  return await insertList(client, household.householdId, { ...list, items, title });
}
