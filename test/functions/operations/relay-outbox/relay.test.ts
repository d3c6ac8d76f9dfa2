import { beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/operations/relay-outbox/handler.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { testDatabase } from '#test/support/database.ts';
import { enqueueAttempt, insertOutboxRow, outboxRow } from '#test/support/outbox.ts';
import { testQueue } from '#test/support/queue.ts';

const database = testDatabase();
const queue = testQueue();
beforeEach(async () => {
  queue.clear();
  database.actAsApp();
  await database.query('delete from outbox');
});

const sent = () => queue.messages().map(({ payload }) => Object(payload).attempt);

test('sends what every household left, oldest first, and nothing twice', async () => {
  const [a, b] = [await database.newHousehold(), await database.newHousehold()];
  for (let attempt = 1; attempt <= 12; attempt += 1)
    await enqueueAttempt(attempt % 2 ? a : b, attempt);
  database.actAsWorker();
  expect(await handler({})).toEqual({ sent: 12, parked: 0, more: false });
  expect(sent()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(await handler({})).toMatchObject({ sent: 0 });
  expect(sent()).toHaveLength(12);
});

test('messages of one transaction go in the order in which they were enqueued, each with its delay', async () => {
  const who = await database.newHousehold();
  const { householdId } = who;
  await withHousehold(who, async (client) => {
    const ids = { householdId, uploadId: householdId };
    await enqueue(client, 'batch.due', { householdId, batchId: householdId });
    await enqueue(client, 'uploads.look', { householdId, look: [householdId] });
    for (const attempt of [1, 2, 3, 4])
      await enqueue(client, 'receipt.requested', { ...ids, attempt });
  });
  await relayHousehold(who);
  expect(queue.messages().map(({ delaySeconds }) => delaySeconds)).toEqual([120, 900, 0, 0, 0, 0]);
  expect(sent().slice(2)).toEqual([1, 2, 3, 4]);
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
  expect(queue.messages()).toEqual([]);
});

test('a household relays its own messages and leaves those of others', async () => {
  const [a, b] = [await database.newHousehold(), await database.newHousehold()];
  await enqueueAttempt(a, 1);
  await enqueueAttempt(b, 2);
  await relayHousehold(a);
  expect(sent()).toEqual([1]);
});

test('a function that was given no queue leaves its messages to the scheduled relay, unparked', async () => {
  const who = await database.newHousehold();
  const id = await insertOutboxRow(database, who, 'receipt.requested', { attempt: 1 });
  const url = process.env[ENV.receiptsQueueUrl];
  delete process.env[ENV.receiptsQueueUrl];
  await relayHousehold(who);
  process.env[ENV.receiptsQueueUrl] = url;
  expect(await outboxRow(database, id)).toMatchObject({ sent: false, parked: null });
  database.actAsWorker();
  expect(await handler({})).toMatchObject({ sent: 1 });
});

test('one request relays at most 50 messages, one run at most 1,000, and reports that more wait', async () => {
  const who = await database.newHousehold();
  await database.query(
    `insert into outbox (household_id, topic, payload)
     select $1, 'receipt.requested', jsonb_build_object('attempt', n) from generate_series(1, 1051) n`,
    [who.householdId],
  );
  await relayHousehold(who);
  expect(sent()).toHaveLength(50);
  database.actAsWorker();
  expect(await handler({})).toEqual({ sent: 1000, parked: 0, more: true });
  expect(await handler({})).toEqual({ sent: 1, parked: 0, more: false });
});

test('forgets what was sent a week ago, and only that', async () => {
  const who = await database.newHousehold();
  for (const attempt of [1, 2, 3]) await enqueueAttempt(who, attempt);
  database.actAsWorker();
  await handler({});
  await database.query(
    `update outbox set sent_at = now() - interval '8 days' where payload->>'attempt' = '1'`,
  );
  await database.query(
    `update outbox set sent_at = null, created_at = now() - interval '8 days', parked_at = now(),
       parked_reason = 'test' where payload->>'attempt' = '2'`,
  );
  await handler({});
  const rows = await database.query(`select payload->>'attempt' as attempt from outbox order by 1`);
  expect(rows).toEqual([{ attempt: '2' }, { attempt: '3' }]);
});
