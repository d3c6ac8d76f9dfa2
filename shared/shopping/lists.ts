import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { checkLimit } from '#shared/limits/household-limits.ts';
import { purchasesOf } from '#shared/meal-plans/purchases.ts';
import { boughtPacks } from '#shared/meal-plans/records/facts-store.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { today } from '#shared/pantry/today-store.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { type ConditionalChange, etag, requireMatch } from '#shared/versions/if-match.ts';
import {
  deleteList,
  insertList,
  lockList,
  type StoredList,
  selectList,
  selectLists,
  updateList,
} from './list-store.ts';
import { mergedItems } from './merge-items.ts';
import { plannedItem, type ShoppingFacts, writtenItem } from './new-items.ts';
import type {
  NewShoppingItem,
  ShoppingItem,
  ShoppingListChange,
  ShoppingListView,
} from './shopping-schema.ts';
import { showList } from './show-list.ts';

/** A list and the version it is shown in. */
export interface ShownList {
  readonly list: ShoppingListView;
  readonly etag: string;
}

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

/** @throws UserError 404 */
export async function readList(household: HouseholdContext, id: string): Promise<ShownList> {
  return shown(await withHousehold(household, (client) => selectList(client, id)));
}

/** Newest first. */
export async function pageOfLists(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<ShoppingListView>> {
  const after = readCursor(AfterId, cursor);
  const rows = await withHousehold(household, (client) => selectLists(client, after, limit + 1));
  return toPage(rows, limit, showList, ({ id }) => id);
}

/** @throws UserError 404, 409 `too-many-items`, 412, 428 */
export async function changeList(
  request: ConditionalChange & { readonly locale: Locale },
  id: string,
  { title, add = [], remove = [] }: ShoppingListChange,
): Promise<ShownList> {
  return await withHousehold(request.household, async (client) => {
    const stored = await lockList(client, id);
    requireMatch(request, stored.version);
    const facts = await shoppingFacts(client, request.locale);
    const added = mergedItems(add, facts.aliases).map((item) => writtenItem(item, facts));
    const items = [...stored.items.filter((item) => !remove.includes(item.id)), ...added];
    checkLimit('shoppingItems', items.length);
    return shown(await updateList(client, { id, title: title ?? stored.title, items }));
  });
}

/** @throws UserError 404 */
export async function removeList(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, (client) => deleteList(client, id));
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

async function shoppingFacts(client: ClientBase, locale: Locale): Promise<ShoppingFacts> {
  return { aliases: await readAliases(client), packs: await boughtPacks(client), locale };
}

/** A stored list with its ETag. */
export function shown(stored: StoredList): ShownList {
  return { list: showList(stored), etag: etag(stored.version) };
}
