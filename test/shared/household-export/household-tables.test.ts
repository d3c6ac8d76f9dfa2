import { expect, test } from 'vitest';
import { HOUSEHOLD_TABLES } from '#shared/household-export/household-tables.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

/** Tables that say nothing of a household, or not by its id, and why. */
const OF_NO_HOUSEHOLD = {
  alert_changes: 'of the installation, whose alarms these are',
  alerts: 'of the installation',
  ended_sign_ins:
    'outlives the household: tokens from before are refused for as long as one may live',
  gtin_answers: 'what a barcode is, the same for all',
  invitation_tries: 'counts tries of a member within an hour, and goes with the member',
  product_vectors: 'of shipped products, the same for all',
  schema_migrations: 'the version of the schema',
};

const tables = async (condition: string) =>
  (
    await database.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relkind in ('r', 'p')
         and c.relnamespace = 'public'::regnamespace and ${condition} order by 1`,
    )
  ).map(({ name }) => name);
const HAS_HOUSEHOLD = `exists (select from pg_attribute a
  where a.attrelid = c.oid and a.attname = 'household_id')`;

test('of every table with a household it is decided whether it is exported', async () => {
  expect(Object.keys(HOUSEHOLD_TABLES).sort()).toEqual(await tables(HAS_HOUSEHOLD));
});

test('every other table is known to be of no household', async () => {
  expect(await tables(`not ${HAS_HOUSEHOLD}`)).toEqual(Object.keys(OF_NO_HOUSEHOLD));
});

test('every column that is left out is there, and no secret is left in', async () => {
  const columns = await database.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public'`,
  );
  const known = new Set(columns.map(({ name }) => name));
  const exported = Object.entries(HOUSEHOLD_TABLES).flatMap(([table, choice]) =>
    'without' in choice ? [{ table, without: [...choice.without] as string[] }] : [],
  );
  for (const { table, without } of exported) {
    for (const column of without) expect(known).toContain(`${table}.${column}`);
    if (known.has(`${table}.hash`)) expect(without, table).toContain('hash');
  }
});

test('rows of every table go with their household', async () => {
  const staying = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'households'
       and ${HAS_HOUSEHOLD} and not exists (select from pg_constraint k
         where k.conrelid = c.oid and k.confrelid = 'households'::regclass and k.confdeltype = 'c')`,
  );
  expect(staying).toEqual([]);
});
