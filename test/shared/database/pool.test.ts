import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { testDatabase } from '#test/support/database.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';

const database = testDatabase();
const right = inject('testServer').password;
let password = right;
let secrets: JsonService;
beforeAll(async () => {
  secrets = await startJsonService(() => ({
    status: 200,
    body: { SecretString: JSON.stringify({ username: 'foodsave_app', password }) },
  }));
  process.env[ENV.secretsEndpoint] = secrets.url;
});
afterAll(() => secrets.close());

test('a secret is asked for once, and again when the password in it is no longer right', async () => {
  const household = await database.newHousehold();
  process.env[ENV.databaseSecret] = 'rotated';
  password = 'yesterday';
  const first = withHousehold(household, async () => 'in');
  // Known to be wrong only when the server says so: by then the secret has been rotated.
  const rotated = first.catch(async (error: unknown) => {
    expect(String(error)).toMatch(/password/);
    password = right;
    return await withHousehold(household, async () => 'in');
  });
  expect(await rotated).toBe('in');
  const asked = secrets.asked.length;
  expect(asked).toBeGreaterThan(1);
  for (let i = 0; i < 5; i += 1) await withHousehold(household, async () => 'in');
  expect(secrets.asked.length).toBe(asked);
});

test('a secret that cannot be had is asked for again by the next request', async () => {
  const household = await database.newHousehold();
  process.env[ENV.databaseSecret] = 'away';
  process.env[ENV.secretsEndpoint] = 'http://127.0.0.1:2';
  await expect(withHousehold(household, async () => 'in')).rejects.toThrow();
  process.env[ENV.secretsEndpoint] = secrets.url;
  expect(await withHousehold(household, async () => 'in')).toBe('in');
});
