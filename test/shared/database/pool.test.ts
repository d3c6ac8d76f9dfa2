import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { writeLine } from '#shared/telemetry/metrics.ts';
import { testDatabase } from '#test/support/database.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';
import { logLines } from '#test/support/log-lines.ts';

const database = testDatabase();
const right = inject('testServer').password;
/** The passwords in the secret, one per request; the right one after them. */
let passwords: readonly string[] = [right];
let secrets: JsonService;
let port: string | undefined;
beforeAll(async () => {
  secrets = await startJsonService(() => {
    const password = passwords[0] ?? right;
    passwords = passwords.slice(1);
    return {
      status: 200,
      body: { SecretString: JSON.stringify({ username: 'foodsave_app', password }) },
    };
  });
  port = process.env[ENV.databasePort];
});
beforeEach(() => {
  secrets.asked.length = 0;
  passwords = [];
  process.env[ENV.secretsEndpoint] = secrets.url;
  process.env[ENV.databasePort] = port;
});
afterAll(() => secrets.close());

/** A transaction with a pool of its own, and how many failed connections its line counts. */
async function counted(secret: string) {
  const household = await database.newHousehold();
  process.env[ENV.databaseSecret] = secret;
  let runs = 0;
  const { result, lines } = await logLines(async () => {
    const outcome = await withHousehold(household, async () => {
      runs += 1;
      return 'in';
    }).catch((error: unknown) => String(error));
    writeLine('INFO', 'test', {});
    return outcome;
  });
  const line = lines.find(({ message }) => message === 'test');
  return { result, runs, failures: [line?.DatabaseConnectionErrors ?? []].flat() };
}

test('a secret is fetched once', async () => {
  for (let time = 0; time < 5; time += 1) {
    expect((await counted('kept')).result).toBe('in');
  }
  expect(secrets.asked).toHaveLength(1);
});

test('a password that was rotated after it was read is fetched again within the same request', async () => {
  passwords = ['yesterday', right];
  expect(await counted('rotated')).toEqual({ result: 'in', runs: 1, failures: [] });
  expect(secrets.asked).toHaveLength(2);
});

test('a password that is still wrong when fetched again is a failed connection, not a loop', async () => {
  passwords = ['yesterday', 'today', 'tomorrow'];
  const { result, runs, failures } = await counted('wrong');
  expect(result).toMatch(/password authentication failed/);
  expect([runs, failures]).toEqual([0, [1]]);
  expect(secrets.asked).toHaveLength(2);
  // Once the secret is right, the next request gets through by itself.
  passwords = [right];
  expect(await counted('wrong')).toMatchObject({ result: 'in', failures: [] });
});

test('a server that cannot be reached is a failed connection, counted each time', async () => {
  expect(await counted('server-away')).toMatchObject({ result: 'in', failures: [] });
  process.env[ENV.databasePort] = '2';
  for (let time = 0; time < 2; time += 1) {
    const { result, failures } = await counted(`server-away-${time}`);
    expect(result).toMatch(/ECONNREFUSED/);
    expect(failures).toEqual([1]);
  }
});

test('a database that is not there is a failed connection', async () => {
  const name = process.env[ENV.databaseName];
  process.env[ENV.databaseName] = 'no_such_database';
  const { result, failures } = await counted('kept').finally(() => {
    process.env[ENV.databaseName] = name;
  });
  expect(result).toMatch(/no_such_database/);
  expect(failures).toEqual([1]);
});

test('a secret that cannot be fetched is a failed connection, and fetched again by the next request', async () => {
  process.env[ENV.secretsEndpoint] = 'http://127.0.0.1:2';
  const { result, failures } = await counted('secret-away');
  expect(result).toMatch(/fetch failed/);
  expect(failures).toEqual([1]);
  process.env[ENV.secretsEndpoint] = secrets.url;
  expect(await counted('secret-away')).toMatchObject({ result: 'in', failures: [] });
});
