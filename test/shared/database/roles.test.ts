import { expect, test } from 'vitest';
import { enqueue } from '#shared/database/outbox.ts';
import { withHousehold, withoutHousehold, withWorker } from '#shared/database/with-household.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

test('every table with a household is closed, to its owner too', async () => {
  const open = await database.query(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'household_id' and c.relkind in ('r', 'p')
       and c.relnamespace = 'public'::regnamespace
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
});

test('the worker sees every outbox, and nothing of the people', async () => {
  const [a, b] = [await database.newHousehold(), await database.newHousehold()];
  database.actAsApp();
  for (const { householdId } of [a, b]) {
    const payload = { uploadId: householdId, householdId, attempt: 1 };
    await withHousehold({ householdId }, (client) => enqueue(client, 'receipt.requested', payload));
  }
  database.actAsWorker();
  const { rowCount } = await withWorker((client) => client.query('select * from outbox'));
  expect(rowCount).toBe(2);
  const tables = [
    'people',
    'members',
    'device_keys',
    'idempotency_keys',
    'households',
    'invitations',
  ];
  for (const table of tables) {
    await expect(withWorker((client) => client.query(`select * from ${table}`))).rejects.toThrow(
      /permission denied/,
    );
  }
  database.actAsApp();
});

test('a statement and an idle transaction end before the function that waits for them', async () => {
  const limits = async () => {
    // What the role has, which a transaction only shortens.
    const statement = `select max(reset_val::int) filter (where name = 'statement_timeout') as statement,
      max(reset_val::int) filter (where name = 'idle_in_transaction_session_timeout') as idle
      from pg_settings where name in ('statement_timeout', 'idle_in_transaction_session_timeout')`;
    return [
      await withoutHousehold(async (client) => (await client.query(statement)).rows[0]),
      await (async () => {
        database.actAsWorker();
        const rows = await withWorker(async (client) => (await client.query(statement)).rows);
        database.actAsApp();
        return rows[0];
      })(),
    ];
  };
  // API Gateway waits for at most 29 s.
  const expected = { statement: 20_000, idle: 30_000 };
  expect(await limits()).toEqual([expected, expected]);
});

test.each([
  'create table mine (id int)',
  'alter table people disable row level security',
  'select * from schema_migrations',
  'select * from ended_sign_ins',
  'select * from invitation_tries',
  `select protect_household_table('people')`,
  'set role foodsave_schema',
])('the app role may not: %s', async (sql) => {
  await expect(withoutHousehold((client) => client.query(sql))).rejects.toThrow(
    /permission denied|must be owner/,
  );
});

test('without a household the app role sees nobody', async () => {
  await database.newHousehold();
  const { rowCount } = await withoutHousehold((client) => client.query('select 1 from members'));
  expect(rowCount).toBe(0);
});
