import { expect, test } from 'vitest';
import { borrowedConnections } from '#shared/database/pool.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

async function killConnections(): Promise<void> {
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = $1 and usename = 'foodsave_app'`,
    [database.name],
  );
}

test('a connection that died while nobody looked is replaced before the work begins', async () => {
  const household = await database.newHousehold();
  const one = () =>
    withHousehold(household, async (client) => (await client.query('select 1 as a')).rows);
  await one();
  await killConnections();
  expect(await one()).toEqual([{ a: 1 }]);
});

test('a connection that dies in the middle of the work is a failure, never a second run', async () => {
  const household = await database.newHousehold();
  let runs = 0;
  await expect(
    withHousehold(household, async (client) => {
      runs += 1;
      await client.query('select 1');
      await killConnections();
      await client.query('select 1');
    }),
  ).rejects.toThrow();
  expect(runs).toBe(1);
  expect(await borrowedConnections()).toBe(0);
  expect(await withHousehold(household, async () => 'again')).toBe('again');
});

test('serializable work that collides runs again, and both count', async () => {
  const household = await database.newHousehold();
  const id = household.householdId;
  await database.query('insert into people (household_id, name) values ($1, $2)', [id, '0']);
  const bothHaveRead = Promise.withResolvers<void>();
  let readers = 0;
  const increment = () =>
    withHousehold(
      household,
      async (client) => {
        const { rows } = await client.query('select name from people');
        readers += 1;
        if (readers === 2) bothHaveRead.resolve();
        await bothHaveRead.promise;
        await client.query('update people set name = $1', [String(Number(rows[0].name) + 1)]);
      },
      { serializable: true },
    );
  await Promise.all([increment(), increment()]);
  expect(await database.query('select name from people where household_id = $1', [id])).toEqual([
    { name: '2' },
  ]);
  expect(readers).toBe(3);
});

test.each([
  ['40001: it could not be serialized', true, 5],
  ['40P01: it was the victim of a deadlock', true, 5],
  ['40001 of work that did not ask for it', false, 1],
  ['40P01 of work that did not ask for it', false, 1],
  ['23505: a row is there already', true, 1],
  ['57014: it took too long', true, 1],
])('work that always fails (%s) runs so often at most', async (failure, serializable, most) => {
  const household = await database.newHousehold();
  const error = Object.assign(new Error(failure), { code: failure.slice(0, 5) });
  let runs = 0;
  const work = async () => {
    runs += 1;
    throw error;
  };
  await expect(withHousehold(household, work, { serializable })).rejects.toBe(error);
  expect(runs).toBe(most);
  expect(await borrowedConnections()).toBe(0);
});

test('days stay text, counts are numbers, exact numbers stay exact', async () => {
  const household = await database.newHousehold();
  const rows = await withHousehold(
    household,
    async (client) =>
      (await client.query(`select date '2026-11-24' as day, count(*) as n, 0.10::numeric as q`))
        .rows,
  );
  expect(rows).toEqual([{ day: '2026-11-24', n: 1, q: '0.10' }]);
});
