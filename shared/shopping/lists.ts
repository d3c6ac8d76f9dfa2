import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { checkLimit } from '#shared/limits/household-limits.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import {
  deleteList,
  lockList,
  type StoredList,
  selectList,
  selectLists,
  updateList,
} from './list-store.ts';
import { mergedItems } from './merge-items.ts';
import { writtenItem } from './new-items.ts';
import { restockList } from './restock-list.ts';
import { shoppingFacts } from './shopping-facts.ts';
import type { ShoppingListChange, ShoppingListView } from './shopping-schema.ts';
import { type ShownList, showList, shown } from './show-list.ts';

/** As the pantry is now. @throws UserError 404 */
export async function readList(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<ShownList> {
  return await withHousehold(household, async (client) => {
    await restockList(client, locale);
    return shown(await selectList(client, id));
  });
}

/** Newest first. */
export async function pageOfLists(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
  locale: Locale,
): Promise<Page<ShoppingListView>> {
  const after = readCursor(AfterId, cursor);
  const rows = await withHousehold(household, async (client) => {
    if (after === undefined) await restockList(client, locale);
    return await selectLists(client, after, limit + 1);
  });
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
    const change = { add, remove, ...(title !== undefined && { title }) };
    return shown(await changeLocked(client, stored, change, request.locale));
  });
}

/** Changes a list that is locked. @throws UserError 409 `too-many-items` */
export async function changeLocked(
  client: ClientBase,
  { id, ...stored }: StoredList,
  { title = stored.title, add = [], remove = [] }: ShoppingListChange,
  locale: Locale,
): Promise<StoredList> {
  const facts = await shoppingFacts(client, locale);
  const added = mergedItems(add, facts.aliases).map((item) => writtenItem(item, facts));
  const gone = stored.items.filter((item) => remove.includes(item.id));
  const kept = stored.items.filter((item) => !gone.includes(item));
  const items = [...kept, ...added];
  checkLimit('shoppingItems', items.length);
  const dismissed = [...stored.dismissed, ...gone.flatMap(({ minimumId }) => minimumId ?? [])];
  return await updateList(client, { id, title, items, dismissed });
}

/** @throws UserError 404 */
export async function removeList(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, (client) => deleteList(client, id));
}
