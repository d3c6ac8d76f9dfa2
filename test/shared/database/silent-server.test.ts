import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { inOneTransaction } from '#shared/database/joined-transaction.ts';
import { borrowedConnections, closePools } from '#shared/database/pool.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { beginInvocation, endInvocation } from '#shared/waiting/wait-limit.ts';
import { testDatabase } from '#test/support/database.ts';
import { type FaultyServer, faultyServer } from '#test/support/faulty-server.ts';
import { WAIT } from '#test/support/limits.ts';

const database = testDatabase();
let server: FaultyServer;
let household: HouseholdContext;
beforeAll(async () => {
  server = await faultyServer(Number(process.env[ENV.databasePort]));
  process.env[ENV.databasePort] = String(server.port);
  household = await database.newHousehold();
});
beforeEach(async () => {
  vi.stubEnv(ENV.serviceWaitMs, '1000');
  await closePools();
  await vi.waitFor(() => ask(), WAIT); // a connection is there
  beginInvocation({ getRemainingTimeInMillis: () => 29_000 });
});
afterEach(async () => {
  endInvocation();
  await server.be('well');
  vi.unstubAllEnvs();
});
afterAll(() => server.close());

const ask = (sql = 'select 1') => withHousehold(household, (client) => client.query(sql));
const AWAY = { name: 'ServiceAway', code: 'database-away' };

test('a server that falls silent is told one thing, not asked to roll back, and not asked again', async () => {
  await server.be('hung');
  await expect(ask()).rejects.toMatchObject({ ...AWAY, cause: { message: 'Query read timeout' } });
  await expect(ask()).rejects.toMatchObject({
    ...AWAY,
    cause: { message: 'It was silent before' },
  });
  expect(server.since).toEqual({ sent: 1, opened: 0 });
  expect(await borrowedConnections()).toBe(0);
  endInvocation();
  await server.be('well');
  await vi.waitFor(() => ask(), WAIT);
});

test('nor is one that falls silent in the middle of joined work', async () => {
  const work = inOneTransaction(household, async () => {
    await ask();
    await server.be('hung');
    await ask();
  });
  await expect(work).rejects.toMatchObject({ ...AWAY, cause: { message: 'Query read timeout' } });
  // The savepoint, after which it says nothing.
  expect(server.since).toEqual({ sent: 1, opened: 0 });
  expect(await borrowedConnections()).toBe(0);
});

test('one that is only busy ends the statement itself, and the connection goes on', async () => {
  await expect(ask('select pg_sleep(60)')).rejects.toMatchObject({
    ...AWAY,
    cause: { code: '57014' },
  });
  await server.be('well');
  await ask();
  expect(server.since.opened).toBe(0);
});

test('connections that are all taken are a database that is away, not an error of ours', async () => {
  const held = Promise.withResolvers<void>();
  const both = [1, 2].map(() => withHousehold(household, () => held.promise));
  await vi.waitFor(async () => expect(await borrowedConnections()).toBe(2), WAIT);
  await expect(ask()).rejects.toMatchObject(AWAY);
  held.resolve();
  await Promise.all(both);
});
