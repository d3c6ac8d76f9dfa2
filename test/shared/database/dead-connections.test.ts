import type { PoolClient } from 'pg';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { borrowedConnections, rolePool } from '#shared/database/pool.ts';
import { inTransaction } from '#shared/database/transaction.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { testDatabase } from '#test/support/database.ts';
import { databaseProxy } from '#test/support/database-proxy.ts';

const database = testDatabase();
beforeAll(async () => {
  await database.query('create sequence tries');
  await database.query('grant usage on sequence tries to foodsave_app');
});

async function worker() {
  const household = await database.newHousehold();
  let runs = 0;
  return {
    runs: () => runs,
    run: (sql = 'select 1 as a') =>
      withHousehold(household, async (client) => {
        runs += 1;
        return (await client.query(sql)).rows;
      }),
  };
}

const terminate = () =>
  database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = $1 and usename = 'foodsave_app'`,
    [database.name],
  );

test('a connection that was cut without notice is replaced before the work begins', async () => {
  const proxy = await databaseProxy();
  const { run, runs } = await worker();
  await run();
  // The pool has not seen the end of the connection when it hands it out.
  proxy.cut();
  expect(await run()).toEqual([{ a: 1 }]);
  expect([runs(), proxy.opened]).toEqual([2, 2]);
});

test.each([
  ['57P01: it restarts or fails over', 'select 1', terminate],
  ['57P05: it was idle for too long', `set idle_session_timeout = '1ms'`, async () => undefined],
])('a connection that the server closed is replaced (%s)', async (_, sql, close) => {
  const proxy = await databaseProxy();
  const { run, runs } = await worker();
  await run(sql);
  await close();
  await proxy.closedByServer;
  expect(await run()).toEqual([{ a: 1 }]);
  expect([runs(), proxy.opened]).toEqual([2, 2]);
  expect(await borrowedConnections()).toBe(0);
});

test.each([
  ['a statement that fails', 'select 1 / 0', /division by zero/],
  // 57014: class 57 as well, but from a running server.
  [
    'a statement that takes too long',
    `set local statement_timeout = '1ms'; select pg_sleep(10)`,
    /statement timeout/,
  ],
])('%s is an answer of a running server and is not retried', async (_, sql, message) => {
  await database.query(`select setval('tries', 1)`);
  const work = async () => 'never';
  await expect(
    inTransaction(await rolePool(), `select nextval('tries'); ${sql}`, work),
  ).rejects.toThrow(message);
  expect(await database.query('select last_value from tries')).toEqual([{ last_value: '2' }]);
  expect(await borrowedConnections()).toBe(0);
});

async function backend(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

test('a connection is reused within 50 s of its last use, and replaced after that', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const household = await database.newHousehold();
  const after = (milliseconds: number) => {
    vi.setSystemTime(Date.now() + milliseconds);
    return withHousehold(household, backend);
  };
  const first = await after(60_000);
  expect(await after(0)).toBe(first);
  expect(await after(49_999)).toBe(first);
  // Each use counts anew.
  expect(await after(49_999)).toBe(first);
  const second = await after(50_000);
  expect(second).not.toBe(first);
  expect(await after(49_999)).toBe(second);
});

test('two idle connections that are both old are both replaced', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const household = await database.newHousehold();
  const pair = () => {
    const bothThere = Promise.withResolvers<void>();
    let there = 0;
    const one = () =>
      withHousehold(household, async (client) => {
        there += 1;
        if (there === 2) bothThere.resolve();
        await bothThere.promise;
        return await backend(client);
      });
    return Promise.all([one(), one()]);
  };
  const before = await pair();
  vi.setSystemTime(Date.now() + 50_000);
  const now = await withHousehold(household, backend);
  expect(before).not.toContain(now);
});
