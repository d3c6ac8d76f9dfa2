import type { ClientBase } from 'pg';
import type { Locale } from '#shared/context/locale.ts';
import { today } from '#shared/pantry/today-store.ts';
import { lockList, type StoredList, selectLists, updateList } from './list-store.ts';
import { isOpenMinimum, type MinimumFacts, withMinimums } from './minimum-items.ts';
import { selectMinimums, selectStock } from './minimum-store.ts';
import { shoppingFacts } from './shopping-facts.ts';

/**
 * Brings the newest list up to date with the minimums and the pantry. It is done when lists are read: the
 * pantry changes in a dozen places, and none of them needs to know of lists.
 */
export async function restockList(client: ClientBase, locale: Locale): Promise<void> {
  const newest = await newestList(client);
  if (newest === undefined) return;
  const facts = await minimumFacts(client, locale);
  if (isUpToDate(newest, facts)) return;
  const { dismissed, ...list } = await lockList(client, newest.id);
  const items = withMinimums(list.items, dismissed, facts);
  await updateList(client, { ...list, items, dismissed });
}

/** Takes what came by itself and is not bought off the newest list, before there is a newer one. */
export async function leaveMinimums(client: ClientBase): Promise<void> {
  const newest = await newestList(client);
  if (newest === undefined || !newest.items.some(isOpenMinimum)) return;
  const list = await lockList(client, newest.id);
  const items = list.items.filter((item) => !isOpenMinimum(item));
  await updateList(client, { ...list, items });
}

/** Without minimums the pantry and the receipts are not asked. */
export async function minimumFacts(client: ClientBase, locale: Locale): Promise<MinimumFacts> {
  const minimums = await selectMinimums(client);
  if (minimums.length === 0) return { minimums, stock: [], aliases: [], packs: new Map(), locale };
  const stock = await selectStock(client, await today(client));
  return { minimums, stock, ...(await shoppingFacts(client, locale)) };
}

async function newestList(client: ClientBase): Promise<StoredList | undefined> {
  const [newest] = await selectLists(client, undefined, 1);
  return newest;
}

/** Items that stay are the same objects. */
function isUpToDate({ items, dismissed }: StoredList, facts: MinimumFacts): boolean {
  const now = withMinimums(items, dismissed, facts);
  return now.length === items.length && now.every((item) => items.includes(item));
}
