import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/operations/relay-outbox/handler.ts';
import { operateOutbox } from '#functions/operations/relay-outbox/operate-outbox.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { TOPICS } from '#shared/database/outbox-topics.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { writeLine } from '#shared/telemetry/metrics.ts';
import { testDatabase } from '#test/support/database.ts';
import { logLines } from '#test/support/log-lines.ts';
import { enqueueAttempt, insertOutboxRow, outboxRow } from '#test/support/outbox.ts';
import { testQueue } from '#test/support/queue.ts';

const database = testDatabase();
const queue = testQueue();
let queueUrl: string;
beforeEach(async () => {
  queueUrl ??= process.env[ENV.receiptsQueueUrl] ?? '';
  process.env[ENV.receiptsQueueUrl] = queueUrl;
  queue.clear();
  database.actAsApp();
  await database.query('delete from outbox');
});

const sent = () => queue.messages().map(({ payload }) => Object(payload).attempt);

test('one household’s message of an unknown topic is parked, counted and logged; another’s three go', async () => {
  const [a, b] = [await database.newHousehold(), await database.newHousehold()];
  const id = await insertOutboxRow(database, a, 'pantry.changed', { householdId: a.householdId });
  for (const attempt of [1, 2, 3]) await enqueueAttempt(b, attempt);
  database.actAsWorker();
  const { result, lines } = await logLines(() => handler({}));
  expect(result).toEqual({ sent: 3, parked: 1, more: false });
  expect(sent()).toEqual([1, 2, 3]);
  const row = await outboxRow(database, id);
  expect(row).toMatchObject({ sent: false, reason: 'unknown-topic', parked: expect.any(Date) });
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 'ERROR',
      outboxId: id,
      topic: 'pantry.changed',
      reason: 'unknown-topic',
    }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ OutboxParked: 1 }));

  // It rings until somebody has dealt with it, and is not parked anew by each run.
  const again = await logLines(() => handler({}));
  expect(again.result).toEqual({ sent: 0, parked: 1, more: false });
  expect(again.lines).toContainEqual(expect.objectContaining({ OutboxParked: 1 }));
  expect(again.lines.filter(({ level }) => level === 'ERROR')).toEqual([]);
  expect(await outboxRow(database, id)).toEqual(row);
});

test('what an older release parked goes when it is sent again by one that knows the topic', async () => {
  const who = await database.newHousehold();
  const { householdId } = who;
  await withHousehold(who, (client) =>
    enqueue(client, 'batch.due', { batchId: householdId, householdId }),
  );
  database.actAsWorker();
  const { 'batch.due': _, ...older } = TOPICS;
  expect(await operateOutbox({}, older)).toEqual({ sent: 0, parked: 1, more: false });
  expect(await handler({})).toMatchObject({ sent: 0, parked: 1 });

  const resend = JSON.parse(readFileSync('events/relay-outbox.resend.json', 'utf8'));
  const { result, lines } = await logLines(() => handler(resend));
  expect(result).toEqual({ unparked: 1, sent: 1, parked: 0, more: false });
  expect(lines).toContainEqual(expect.objectContaining({ OutboxParked: 0 }));
  expect(queue.messages()).toEqual([
    { payload: { batchId: householdId, householdId }, delaySeconds: 120 },
  ]);
});

test('only the messages that are named are sent again; one that still cannot go is parked again', async () => {
  const who = await database.newHousehold();
  const ids: string[] = [];
  for (const topic of ['unknown.a', 'unknown.b']) {
    ids.push(await insertOutboxRow(database, who, topic, {}));
  }
  const [first = '', second = ''] = ids;
  database.actAsWorker();
  await handler({});
  const before = await outboxRow(database, second);
  await database.query(`update outbox set topic = 'receipt.requested'`);
  expect(await handler({ resend: [first, who.householdId] })).toMatchObject({
    unparked: 1,
    sent: 1,
    parked: 1,
  });
  expect(await outboxRow(database, first)).toMatchObject({
    sent: true,
    parked: null,
    reason: null,
  });
  expect(await outboxRow(database, second)).toEqual(before);

  await database.query(
    `update outbox set topic = 'unknown.b', parked_at = parked_at - interval '1 day' where id = $1`,
    [second],
  );
  expect(await handler({ resend: 'all' })).toMatchObject({ unparked: 1, sent: 0, parked: 1 });
  const after = await outboxRow(database, second);
  expect(after).toMatchObject({ reason: 'unknown-topic' });
  expect(after?.parked?.getTime()).toBeGreaterThanOrEqual(before?.parked?.getTime() ?? Infinity);
});

test('a message that is too large for SQS is parked by the first relay that meets it; its neighbours go', async () => {
  const who = await database.newHousehold();
  const text = 'ż'.repeat(600_000); // fewer letters than SQS takes, but more bytes
  const id = await insertOutboxRow(database, who, 'receipt.requested', { text });
  await enqueueAttempt(who, 1);
  const { lines } = await logLines(async () => {
    await relayHousehold(who);
    writeLine('INFO', 'the line of the request', {});
  });
  expect(sent()).toEqual([1]);
  expect(await outboxRow(database, id)).toMatchObject({
    sent: false,
    reason: 'too-large',
    detail: '1200011 bytes; SQS takes 1048576',
  });
  expect(lines).toContainEqual(expect.objectContaining({ OutboxParked: 1 }));
});

test('without the URL of its queue a known topic is parked, for a reason of its own', async () => {
  const who = await database.newHousehold();
  const id = await insertOutboxRow(database, who, 'receipt.requested', { attempt: 1 });
  database.actAsWorker();
  delete process.env[ENV.receiptsQueueUrl];
  expect(await handler({})).toMatchObject({ sent: 0, parked: 1 });
  expect(await outboxRow(database, id)).toMatchObject({ reason: 'queue-not-configured' });
  process.env[ENV.receiptsQueueUrl] = queueUrl;
  expect(await handler({ resend: [id] })).toMatchObject({ sent: 1, parked: 0 });
});

test('a queue that does not exist is for the scheduled relay to decide about', async () => {
  const who = await database.newHousehold();
  const id = await insertOutboxRow(database, who, 'receipt.requested', { attempt: 1 });
  process.env[ENV.receiptsQueueUrl] = `${queueUrl}-gone`;
  await relayHousehold(who);
  expect(await outboxRow(database, id)).toMatchObject({ sent: false, parked: null });
  database.actAsWorker();
  expect(await handler({})).toMatchObject({ sent: 0, parked: 1 });
  expect((await outboxRow(database, id))?.reason).toMatch(/QueueDoesNotExist|NonExistentQueue/);
});

test('parked messages are listed without their payload', async () => {
  const who = await database.newHousehold();
  const id = await insertOutboxRow(database, who, 'pantry.changed', { secret: 'Mleko' });
  await insertOutboxRow(database, who, 'receipt.requested', { attempt: 1 });
  database.actAsWorker();
  await handler({});
  const listed = await handler({ list: 'parked' });
  expect(listed).toEqual({
    parked: 1,
    messages: [
      {
        id,
        householdId: who.householdId,
        topic: 'pantry.changed',
        reason: 'unknown-topic',
        detail: null,
        createdAt: expect.any(Date),
        parkedAt: expect.any(Date),
      },
    ],
  });
  expect(JSON.stringify(listed)).not.toContain('Mleko');
});

test('discarding takes parked messages only', async () => {
  const who = await database.newHousehold();
  const id = await insertOutboxRow(database, who, 'pantry.changed', {});
  database.actAsWorker();
  await handler({});
  const waiting = await insertOutboxRow(database, who, 'receipt.requested', { attempt: 1 });
  expect(await handler({ discard: [id, waiting] })).toEqual({ discarded: 1, parked: 0 });
  expect(await outboxRow(database, id)).toBeUndefined();
  expect(await handler({})).toMatchObject({ sent: 1 });
});

test.each([
  { resned: 'all' },
  { resend: 'everything' },
  { resend: [] },
  { resend: 'all', discard: [] },
  { discard: 'all' },
  { list: 'sent' },
  'all',
])('the request %j is refused and nothing is relayed', async (request) => {
  await enqueueAttempt(await database.newHousehold(), 1);
  database.actAsWorker();
  await expect(handler(request)).rejects.toMatchObject({ name: 'PermanentError' });
  expect(queue.messages()).toEqual([]);
});
