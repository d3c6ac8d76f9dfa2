import pg from 'pg';
import { beforeAll, expect, inject, test } from 'vitest';
import { handler as household } from '#functions/api/household/handler.ts';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import { handler as receipts } from '#functions/api/receipts/handler.ts';
import { applyMissing } from '#shared/database/migrate.ts';
import { readMigrations } from '#shared/database/migration-files.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ownRecipes } from '#shared/recipes/records/recipe-store.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { SCHEMA_OWNER } from '#test/support/database-server.ts';
import { householdOfSchema, idOf, rowsOfHousehold } from '#test/support/household-of-a-schema.ts';

const database = testDatabase();
const { port, password } = inject('testServer');

type Rows = Awaited<ReturnType<typeof rowsOfHousehold>>;

/** What there was of each household in the schema it was made in, by the last migration of that schema. */
const before = new Map<string, { readonly householdId: string; readonly rows: Rows }>();
let now: (householdId: string) => Rows;

async function as<T>(user: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    password,
    user,
    database: database.name,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Between two migrations a household is made, which then lives through all those that follow. */
beforeAll(async () => {
  await database.query('drop schema public cascade');
  await database.query(`create schema public authorization ${SCHEMA_OWNER}`);
  const migrations = await readMigrations();
  await as(SCHEMA_OWNER, (owner) =>
    as('foodsave_owner', async (superuser) => {
      for (const [at, { name }] of migrations.entries()) {
        await applyMissing(owner, migrations.slice(0, at + 1));
        const householdId = await householdOfSchema(superuser, name);
        before.set(name, { householdId, rows: await rowsOfHousehold(superuser, householdId) });
      }
      const after = new Map<string, Rows>();
      for (const { householdId } of before.values()) {
        after.set(householdId, await rowsOfHousehold(superuser, householdId));
      }
      now = (householdId) => after.get(householdId) ?? {};
    }),
  );
});

test('every household of an older schema has each of its rows, unchanged', () => {
  expect(before.size).toBeGreaterThan(30);
  for (const [migration, { householdId, rows }] of before) {
    for (const [table, old] of Object.entries(rows)) {
      const upgraded = now(householdId)[table] ?? [];
      expect(upgraded, `${table} of ${migration}`).toEqual(
        old.map((row) => expect.objectContaining(row)),
      );
    }
  }
});

test('what a migration adds to a row is what it was by itself', () => {
  const oldest = [...before].find(([, { rows }]) => 'bookings' in rows);
  const { householdId } = oldest?.[1] ?? { householdId: '' };
  expect(oldest?.[0]).toBe('0020-pantry');
  // 0050 gives bookings the unit of their lot, and numbers them.
  expect(now(householdId).bookings).toMatchObject([{ unit: 'l', lot_version: 1 }]);
});

test('the roles of functions see all of it, and nothing of others', async () => {
  for (const { householdId, rows } of before.values()) {
    const tables = Object.entries(rows).filter(([, { length }]) => length > 0);
    const sql = tables.map(([table]) => `select '${table}' as table, count(*)::int from ${table}`);
    const seen = await withHousehold({ householdId }, (client) =>
      client.query<{ table: string; count: number }>(sql.join(' union all ')),
    );
    expect(Object.fromEntries(seen.rows.map(({ table, count }) => [table, count]))).toEqual(
      Object.fromEntries(tables.map(([table, { length }]) => [table, length])),
    );
  }
});

test('the product shows it: receipts, lots, people, recipes', async () => {
  for (const [migration, { householdId, rows }] of before) {
    const caller = {
      householdId,
      userId: idOf(migration, 'members'),
      role: 'owner',
      scopes: ['read', 'write', 'admin'],
    } as const;
    const list = async (handler: typeof receipts, resource: string) =>
      (await call(handler, { resource, household: caller })).json.items.length;
    const has = (table: string) => rows[table]?.length ?? 0;
    expect(await list(receipts, '/api/v2/receipts'), migration).toBe(has('receipts'));
    expect(await list(pantry, '/api/v2/pantry'), migration).toBe(has('lots'));
    expect(await list(household, '/api/v2/household/people'), migration).toBe(has('people'));
    const recipes = await withHousehold(caller, ownRecipes);
    expect(recipes.map(({ title }) => title)).toEqual(has('recipes') === 0 ? [] : ['Żurek']);
  }
});
