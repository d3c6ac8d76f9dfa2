import { beforeAll, expect, test } from 'vitest';
import { readState } from '#shared/backup/backup-state.ts';
import { readManifest } from '#shared/backup/manifest.ts';
import { readParts } from '#shared/backup/parts.ts';
import { withDedicatedClient } from '#shared/database/dedicated-client.ts';
import { openToBackup } from '#shared/database/open-to-backup.ts';
import { backups, emptyBuckets, takeBackup } from '#test/support/backup.ts';
import { testDatabase } from '#test/support/database.ts';
import { SCHEMA_OWNER } from '#test/support/database-server.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();
beforeAll(emptyBuckets);

async function manifestOf(backupId: string) {
  const { manifestSha256 } = await readState(backups, backupId);
  return await readManifest(backups, backupId, manifestSha256);
}

test('every table of the database is in the backup, in spite of row-level security', async () => {
  await database.newHousehold();
  await database.newHousehold();
  const tables = await database.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p')
       and relnamespace = 'public'::regnamespace and relname <> 'schema_migrations'`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ count: string }>(`select count(*) from "${name}"`);
    counts[name] = Number(row?.count);
  }
  const manifest = await manifestOf(await takeBackup(database));
  expect(Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]))).toEqual(counts);
  expect(counts.households).toBe(2);
});

test('so is a table that a later migration adds, also one without a primary key', async () => {
  database.actAs(SCHEMA_OWNER);
  await withDedicatedClient(async (client) => {
    await client.query(`create table "Later" (household_id uuid, note text, twice text
      generated always as (note || note) stored)`);
    await client.query(`select protect_household_table('"Later"')`);
    await openToBackup(client);
  });
  database.actAsApp();
  await database.query(`insert into "Later" values (null, E'tab\\there\\nand a line\\\\')`);
  const table = (await manifestOf(await takeBackup(database))).tables.find(
    ({ name }) => name === 'Later',
  );
  expect(table).toMatchObject({ rows: 1, columns: ['household_id', 'note'] });
  const text = (await Array.fromAsync(readParts(backups, table?.parts ?? []))).join('');
  expect(text).toBe('\\N\ttab\\there\\nand a line\\\\\n');
  await database.query('drop table "Later"');
});

test.each([
  'insert into households default values',
  'delete from members',
  'create table mine (id int)',
  'set role foodsave_app',
])('the role of the backup may not: %s', async (sql) => {
  database.actAs('foodsave_backup');
  const attempt = withDedicatedClient((client) =>
    client.query(`begin; set transaction read write; ${sql}`),
  );
  await expect(attempt).rejects.toThrow(/permission denied/);
  database.actAsApp();
});
