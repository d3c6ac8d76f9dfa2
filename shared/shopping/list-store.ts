import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import { notFound } from '#shared/errors/not-found.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { ShoppingItem } from './shopping-schema.ts';

export interface StoredList {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly planId: string | null;
  readonly items: readonly ShoppingItem[];
  /** Minimums that were taken off it, and do not come back. */
  readonly dismissed: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly plan_id: string | null;
  readonly items: unknown;
  readonly dismissed: readonly string[];
  readonly created_at: Date;
  readonly updated_at: Date;
}

type NewList = Pick<StoredList, 'title' | 'planId' | 'items'>;

/** @throws UserError 409 when the household has too many */
export async function insertList(
  client: ClientBase,
  householdId: string,
  { title, planId, items }: NewList,
): Promise<StoredList> {
  const { rows } = await client.query<Row>(
    `insert into shopping_lists (household_id, title, plan_id, items)
     values ($1, $2, $3, $4) returning *`,
    [householdId, title, planId, JSON.stringify(items)],
  );
  await requireWithinLimit(client, 'shoppingLists');
  return found(rows);
}

/** @throws UserError 404 */
export async function selectList(client: ClientBase, id: string): Promise<StoredList> {
  const { rows } = await client.query<Row>('select * from shopping_lists where id = $1', [id]);
  return found(rows);
}

/** The list, locked until the transaction ends. @throws UserError 404 */
export async function lockList(client: ClientBase, id: string): Promise<StoredList> {
  const { rows } = await client.query<Row>(
    'select * from shopping_lists where id = $1 for update',
    [id],
  );
  return found(rows);
}

/** Replaces title, items and what was taken off, in the next version. */
export async function updateList(
  client: ClientBase,
  { id, title, items, dismissed }: Pick<StoredList, 'id' | 'title' | 'items' | 'dismissed'>,
): Promise<StoredList> {
  const { rows } = await client.query<Row>(
    `update shopping_lists set title = $2, items = $3, dismissed = $4, version = version + 1,
       updated_at = now()
     where id = $1 returning *`,
    [id, title, JSON.stringify(items), dismissed],
  );
  return found(rows);
}

/** @throws UserError 404 */
export async function deleteList(client: ClientBase, id: string): Promise<void> {
  const { rows } = await client.query<Row>('delete from shopping_lists where id = $1 returning *', [
    id,
  ]);
  found(rows);
}

/** Newest first: ids grow with time. */
export async function selectLists(
  client: ClientBase,
  after: string | undefined,
  limit: number,
): Promise<StoredList[]> {
  const { rows } = await client.query<Row>(
    `select * from shopping_lists where $1::uuid is null or id < $1 order by id desc limit $2`,
    [after ?? null, limit],
  );
  return rows.map(listOf);
}

/** Which of these ticks are new; they are applied from now on. */
export async function claimTicks(
  client: ClientBase,
  householdId: string,
  listId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ tick_id: string }>(
    `insert into shopping_ticks (household_id, list_id, tick_id)
     select $1, $2, unnest($3::uuid[]) on conflict do nothing returning tick_id`,
    [householdId, listId, ids],
  );
  return new Set(rows.map(({ tick_id }) => tick_id));
}

function listOf(row: Row): StoredList {
  const { id, version, title, plan_id, items, dismissed, created_at, updated_at } = row;
  return {
    id,
    version,
    title,
    planId: plan_id,
    items: z.parse(z.array(ShoppingItem), items),
    dismissed,
    createdAt: created_at,
    updatedAt: updated_at,
  };
}

function found([row]: readonly Row[]): StoredList {
  if (row !== undefined) return listOf(row);
  throw notFound({ pl: 'Nie ma takiej listy zakupów.', en: 'There is no such shopping list.' });
}
