import type { ClientBase } from 'pg';
import type { ErasedContents } from './erasure-schema.ts';

/** For how long a code is good. */
const CONFIRMATION = '15 minutes';

export async function countContents(client: ClientBase): Promise<ErasedContents> {
  const { rows } = await client.query<ErasedContents>(
    `select (select count(*) from members) as members, (select count(*) from people) as people,
       (select count(*) from receipts) as receipts,
       (select count(*) from lots where quantity > 0) as lots,
       (select count(*) from recipes) as recipes,
       (select count(*) from documents where upload_id is not null) as documents,
       (select count(*) from meal_plans) as "mealPlans",
       (select count(*) from shopping_lists) as "shoppingLists",
       (select count(distinct session_id) from chat_turns) as conversations,
       (select count(*) from uploads) as files`,
  );
  const [counts] = rows;
  if (counts === undefined) throw new Error('Counting answered nothing');
  return counts;
}

/** A new code of this person, which takes the place of one before. */
export async function addConfirmation(
  client: ClientBase,
  { householdId, userId }: { readonly householdId: string; readonly userId: string },
): Promise<{ readonly id: string; readonly expires_at: Date }> {
  await client.query('delete from erasure_confirmations where user_id = $1', [userId]);
  const { rows } = await client.query<{ id: string; expires_at: Date }>(
    `insert into erasure_confirmations (household_id, user_id, expires_at)
     values ($1, $2, now() + interval '${CONFIRMATION}') returning id, expires_at`,
    [householdId, userId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The insert returned no row');
  return row;
}

/** Whether it is a code of this person that is still good. */
export async function isConfirmed(
  client: ClientBase,
  id: string,
  userId: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from erasure_confirmations where id = $1 and user_id = $2 and expires_at > now()',
    [id, userId],
  );
  return rowCount === 1;
}

/**
 * From the end of the transaction on nobody belongs to the household: tokens, device keys, invitations and
 * calendar addresses end with the members. What waits to be sent is not sent, and nothing is added any more.
 */
export async function closeHousehold(client: ClientBase): Promise<void> {
  await client.query('update households set erasing_at = now()');
  await client.query('delete from outbox');
  await client.query('delete from members');
}

export type ErasureState = 'not-confirmed' | 'erasing' | 'gone';

export async function stateOfErasure(client: ClientBase): Promise<ErasureState> {
  const { rows } = await client.query<{ erasing: boolean }>(
    'select erasing_at is not null as erasing from households',
  );
  const [household] = rows;
  if (household === undefined) return 'gone';
  return household.erasing ? 'erasing' : 'not-confirmed';
}

/** Rows that one statement removes, with those that go with them: well within its time limit. */
const AT_ONCE = 500;

/**
 * The tables that grow without limit, in an order in which none keeps a row of another. The rest goes with
 * the household's own row.
 */
const LARGE = [
  'chat_requests',
  'chat_turns',
  'cooked_recipes',
  'lots',
  'receipts',
  'document_chunks',
  'documents',
  'passage_vectors',
  'uploads',
  'model_days',
  'idempotency_keys',
];

/** Removes some rows. @returns false when no more are there */
export async function eraseSome(client: ClientBase): Promise<boolean> {
  for (const table of LARGE) {
    const { rowCount } = await client.query(
      `delete from ${table} where ctid in (select ctid from ${table} limit ${AT_ONCE})`,
    );
    if ((rowCount ?? 0) > 0) return true;
  }
  await client.query('delete from households');
  return false;
}
