import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { checkLimit } from '#shared/limits/household-limits.ts';
import { purchasesOf } from '#shared/meal-plans/purchases.ts';
import { boughtPacks } from '#shared/meal-plans/records/facts-store.ts';
import { today } from '#shared/pantry/today-store.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { insertList } from './list-store.ts';
import { mergedItems } from './merge-items.ts';
import { plannedItem, type ShoppingFacts, writtenItem } from './new-items.ts';
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
  return await withHousehold(household, async (client) => {
    const facts = await shoppingFacts(client, locale);
    const made = mergedItems(items, facts.aliases).map((item) => writtenItem(item, facts));
    return await kept(client, household, { title, planId: null, items: made }, locale);
  });
}

/** What the meals of a plan need beyond the pantry. @throws UserError 404, 409 as of `purchasesOf` */
export async function addListOfPlan(
  household: HouseholdContext,
  planId: string,
  title: string | undefined,
  locale: Locale,
): Promise<ShownList> {
  const purchases = await purchasesOf(household, planId, locale);
  const items = purchases.map((purchase) => plannedItem(purchase, locale));
  return await withHousehold(household, (client) =>
    kept(client, household, { title, planId, items }, locale),
  );
}

async function kept(
  client: ClientBase,
  household: HouseholdContext,
  list: { title: string | undefined; planId: string | null; items: readonly ShoppingItem[] },
  locale: Locale,
): Promise<ShownList> {
  checkLimit('shoppingItems', list.items.length);
  const day = await today(client);
  const title = list.title ?? (locale === 'pl' ? `Zakupy ${day}` : `Shopping ${day}`);
  return shown(await insertList(client, household.householdId, { ...list, title }));
}

/** What is known when items are written down. */
export async function shoppingFacts(client: ClientBase, locale: Locale): Promise<ShoppingFacts> {
  return { aliases: await readAliases(client), packs: await boughtPacks(client), locale };
}
