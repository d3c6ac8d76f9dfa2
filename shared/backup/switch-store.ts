import type { ClientBase } from 'pg';
import { keptSchema, LIVE, loadedSchema } from './schema-names.ts';
import { dropSchema, schemaExists, workIn } from './schema-store.ts';
import { quoted } from './table-store.ts';

/** Who is in the middle of a change of the live tables ends it first; a change that hangs ends the switch. */
const LOCK_TIMEOUT = '20s';

/**
 * Puts the loaded schema in the place of the live one, in one transaction; the live one is kept under
 * another name. Run again after it succeeded, it does nothing.
 * @param erased households that the loaded schema may have, and that must not come back
 */
export async function switchToLoaded(
  client: ClientBase,
  backupId: string,
  erased: readonly string[],
): Promise<void> {
  const [loaded, kept] = [loadedSchema(backupId), keptSchema(backupId)];
  if (!(await schemaExists(client, loaded)) && (await schemaExists(client, kept))) return;
  await inTransaction(client, async () => {
    await rename(client, LIVE, kept);
    await rename(client, loaded, LIVE);
    await removeErased(client, erased);
    await rebuildIndexes(client);
  });
}

/** Puts the schema of before the restore back, and drops the one that was restored. */
export async function switchBack(
  client: ClientBase,
  backupId: string,
  erased: readonly string[],
): Promise<void> {
  const kept = keptSchema(backupId);
  if (!(await schemaExists(client, kept))) return;
  await inTransaction(client, async () => {
    await dropSchema(client, LIVE);
    await rename(client, kept, LIVE);
    await removeErased(client, erased);
    await rebuildIndexes(client);
  });
}

/** Drops the schema of before the restore. */
export async function dropKept(client: ClientBase, backupId: string): Promise<void> {
  await dropSchema(client, keptSchema(backupId));
}

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query(`begin; set local lock_timeout = '${LOCK_TIMEOUT}'`);
  try {
    await lockTables(client);
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function lockTables(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = $1 order by tablename`,
    [LIVE],
  );
  if (rows.length === 0) return;
  await client.query(
    `lock table ${rows.map(({ name }) => name).join(', ')} in access exclusive mode`,
  );
}

async function rename(client: ClientBase, from: string, to: string): Promise<void> {
  await client.query(`alter schema ${quoted(from)} rename to ${quoted(to)}`);
}

/** Households that were erased since do not come back; all their rows go with their own. */
async function removeErased(client: ClientBase, erased: readonly string[]): Promise<void> {
  if (erased.length === 0) return;
  await workIn(client, LIVE);
  await client.query('delete from households where household_id = any($1)', [erased]);
}

/**
 * The files of the indexes were written by the schema that is gone. They are built anew, under numbers
 * that no earlier build had: the minutes since 1970.
 */
async function rebuildIndexes(client: ClientBase): Promise<void> {
  await workIn(client, LIVE);
  for (const table of ['search_indexes', 'outbox']) {
    await client.query(`alter table ${table} no force row level security`);
  }
  await client.query(
    `update search_indexes set dataset = null, version = 0, optimizing_at = null,
       builds = greatest(builds, extract(epoch from now())::bigint / 60)`,
  );
  await client.query(
    `insert into outbox (household_id, topic, payload)
     select household_id, 'index.rebuild', jsonb_build_object('rebuild', true, 'householdId', household_id)
     from search_indexes`,
  );
  for (const table of ['search_indexes', 'outbox']) {
    await client.query(`alter table ${table} force row level security`);
  }
}
