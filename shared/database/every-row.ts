import type { ClientBase } from 'pg';

/**
 * Runs a migration, in its transaction, so that it sees every row. Row-level security is forced on the owner
 * of the tables too, so an update of what there is would find nothing, and say nothing.
 */
export async function onEveryRow(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await alterTables(client, 'relforcerowsecurity', 'no force row level security');
  await work();
  await alterTables(client, 'not relforcerowsecurity', 'force row level security');
}

/** Those with row-level security; after a migration they may be others than before. */
async function alterTables(client: ClientBase, which: string, change: string): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `select format('alter table %I ${change}', relname) as sql from pg_catalog.pg_class
     where relkind = 'r' and relrowsecurity and ${which}
       and relnamespace = current_schema()::regnamespace`,
  );
  await client.query(rows.map(({ sql }) => sql).join(';'));
}
