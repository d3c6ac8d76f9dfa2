import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/operations/relay-outbox/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { testDatabase } from '#test/support/database.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';

const database = testDatabase();
let queue: JsonService;
let away = false;
beforeAll(async () => {
  queue = await startJsonService(() => (away ? { status: 400 } : { status: 200, body: {} }));
  process.env[ENV.sqsEndpoint] = queue.url;
  process.env[ENV.receiptsQueueUrl] = `${queue.url}/000000000000/receipts`;
});
beforeEach(async () => {
  queue.asked.length = 0;
  away = false;
  database.actAsApp();
  await database.query('delete from outbox');
});
afterAll(() => queue.close());

async function put(who: HouseholdContext, attempt: number): Promise<void> {
  const { householdId } = who;
  const payload = { uploadId: householdId, householdId, attempt };
  await withHousehold(who, (client) => enqueue(client, 'receipt.requested', payload));
}

const sent = () => queue.asked.map(({ body }) => JSON.parse(JSON.parse(body).MessageBody).attempt);

test('sends what every household left, oldest first, and nothing twice', async () => {
  const [a, b] = [await database.newHousehold(), await database.newHousehold()];
  for (let attempt = 1; attempt <= 12; attempt += 1) await put(attempt % 2 ? a : b, attempt);
  database.actAsWorker();
  expect(await handler({})).toBe(12);
  expect(sent()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(queue.asked[0]?.target).toBe('AmazonSQS.SendMessage');
  expect(await handler({})).toBe(0);
  expect(queue.asked).toHaveLength(12);
});

test('two relays at once send each message once', async () => {
  const who = await database.newHousehold();
  for (let attempt = 1; attempt <= 5; attempt += 1) await put(who, attempt);
  database.actAsWorker();
  await Promise.all([handler({}), handler({})]);
  expect(sent().sort()).toEqual([1, 2, 3, 4, 5]);
});

test('what could not be sent stays until it can', async () => {
  const who = await database.newHousehold();
  await put(who, 1);
  away = true;
  await relayHousehold(who); // best effort: does not throw
  database.actAsWorker();
  await expect(handler({})).rejects.toThrow('AmazonSQS.SendMessage was refused');
  away = false;
  expect(await handler({})).toBe(1);
});

test('a transaction that fails leaves nothing to send', async () => {
  const who = await database.newHousehold();
  const { householdId } = who;
  await expect(
    withHousehold(who, async (client) => {
      await enqueue(client, 'receipt.requested', { uploadId: 'u', householdId, attempt: 1 });
      throw new Error('after');
    }),
  ).rejects.toThrow('after');
  await relayHousehold(who);
  expect(queue.asked).toEqual([]);
});

test('a household relays its own messages and leaves those of others', async () => {
  const [a, b] = [await database.newHousehold(), await database.newHousehold()];
  await put(a, 1);
  await put(b, 2);
  await relayHousehold(a);
  expect(sent()).toEqual([1]);
});

test('forgets what was sent a week ago, and only that', async () => {
  const who = await database.newHousehold();
  for (const attempt of [1, 2, 3]) await put(who, attempt);
  database.actAsWorker();
  await handler({});
  await database.query(
    `update outbox set sent_at = now() - interval '8 days' where payload->>'attempt' = '1'`,
  );
  await database.query(`update outbox set sent_at = null where payload->>'attempt' = '2'`);
  away = true;
  await expect(handler({})).rejects.toThrow();
  away = false;
  await handler({});
  const rows = await database.query(`select payload->>'attempt' as attempt from outbox order by 1`);
  expect(rows).toEqual([{ attempt: '2' }, { attempt: '3' }]);
});
