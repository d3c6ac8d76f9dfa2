import { beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/operations/relay-outbox/handler.ts';
import { relayHousehold, relayOutbox } from '#shared/database/relay-outbox.ts';
import { beginTrace, currentTrace, finishTrace } from '#shared/telemetry/invocation-trace.ts';
import { testDatabase } from '#test/support/database.ts';
import { enqueueAttempt, insertOutboxRow, outboxRow } from '#test/support/outbox.ts';
import { type BatchRequest, refuses, scriptedSqs, takes } from '#test/support/scripted-sqs.ts';

const database = testDatabase();
const sqs = scriptedSqs();
beforeEach(async () => {
  database.actAsApp();
  await database.query('delete from outbox');
});

const attemptOf = (body: string): number => JSON.parse(body).attempt;
const asked = () => sqs.bodies().map((bodies) => bodies.map(attemptOf));

/** Messages of one household, or of a new one for each. */
async function waiting(...attempts: number[]) {
  database.actAsApp();
  for (const attempt of attempts) await enqueueAttempt(await database.newHousehold(), attempt);
  database.actAsWorker();
}

const stateOf = async () =>
  await database.query(
    `select (payload->>'attempt')::int as attempt, sent_at is not null as sent, parked_reason as reason
     from outbox order by 1`,
  );

test('what one relay is sending another neither sends nor waits for', async () => {
  await waiting(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  const arrived = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  sqs.answer(async (request: BatchRequest) => {
    // The first request is answered only after the second relay has ended.
    if (sqs.requests.length === 1) {
      arrived.resolve();
      await gate.promise;
    }
    return takes(request);
  });
  const first = handler({});
  await arrived.promise;
  const second = await handler({}).finally(gate.resolve);
  expect(second).toMatchObject({ sent: 2 });
  expect(await first).toMatchObject({ sent: 10 });
  expect(asked()).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    [11, 12],
  ]);
});

test('a household’s own relay passes over what the scheduled one is sending, too', async () => {
  const who = await database.newHousehold();
  await enqueueAttempt(who, 1);
  const arrived = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  sqs.answer(async (request: BatchRequest) => {
    arrived.resolve();
    await gate.promise;
    return takes(request);
  });
  database.actAsWorker();
  const scheduled = handler({});
  await arrived.promise;
  database.actAsApp();
  await relayHousehold(who);
  database.actAsWorker(); // the role is the process's: the scheduled relay goes on as its own
  gate.resolve();
  expect(await scheduled).toMatchObject({ sent: 1 });
  expect(asked()).toEqual([[1]]);
});

test('a message that SQS refuses for good is parked with what SQS said; all others go', async () => {
  await waiting(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  sqs.answer((request) =>
    takes(request, (body) =>
      attemptOf(body) === 2 ? { Code: 'InvalidMessageContents', SenderFault: true } : undefined,
    ),
  );
  expect(await handler({})).toEqual({ sent: 10, parked: 1, more: false });
  const [row] = await database.query<{ id: string }>(
    `select id from outbox where payload->>'attempt' = '2'`,
  );
  expect(await outboxRow(database, row?.id ?? '')).toMatchObject({
    sent: false,
    reason: 'InvalidMessageContents',
    detail: expect.stringMatching(/^about \d+ letters$/),
  });
});

test('a message that fails again and again holds up none behind it, and is not parked', async () => {
  await waiting(...Array.from({ length: 21 }, (_, at) => at + 1));
  let broken = true;
  sqs.answer((request) =>
    takes(request, (body) =>
      broken && attemptOf(body) === 1 ? { Code: 'InternalError', SenderFault: false } : undefined,
    ),
  );
  await expect(handler({})).rejects.toThrow('1 messages of the outbox could not be sent now');
  const left = (await stateOf()).filter(({ sent }) => !sent);
  expect(left).toEqual([{ attempt: 1, sent: false, reason: null }]);
  broken = false;
  expect(await handler({})).toEqual({ sent: 1, parked: 0, more: false });
});

test('while SQS is away everything stays as it is, and the run fails so that it is repeated', async () => {
  await waiting(...Array.from({ length: 21 }, (_, at) => at + 1));
  sqs.answer(() => ({ status: 503 }));
  await expect(handler({})).rejects.toThrow('10 messages of the outbox could not be sent now');
  // Three tries of the first request; the queue is not asked for the others.
  expect(sqs.requests).toHaveLength(3);
  expect((await stateOf()).filter(({ sent, reason }) => sent || reason !== null)).toEqual([]);
  await expect(relayOutbox()).rejects.toThrow('could not be sent now');
  sqs.answer((request) => takes(request));
  expect(await handler({})).toMatchObject({ sent: 21 });
});

test('a run that fails has parked and forgotten before it does', async () => {
  const who = await database.newHousehold();
  await enqueueAttempt(who, 1);
  const unknown = await insertOutboxRow(database, who, 'pantry.changed', {});
  const old = await insertOutboxRow(database, who, 'receipt.requested', {});
  await database.query(`update outbox set sent_at = now() - interval '8 days' where id = $1`, [
    old,
  ]);
  database.actAsWorker();
  sqs.answer(() => ({ status: 503 }));
  await expect(handler({})).rejects.toThrow();
  expect(await outboxRow(database, unknown)).toMatchObject({ reason: 'unknown-topic' });
  expect(await outboxRow(database, old)).toBeUndefined();
});

test('a request’s relay that fails does not fail the request', async () => {
  const who = await database.newHousehold();
  await enqueueAttempt(who, 1);
  sqs.answer(() => ({ status: 503 }));
  await relayHousehold(who);
  expect(await stateOf()).toEqual([{ attempt: 1, sent: false, reason: null }]);
});

test('without permission for a queue the scheduled relay parks, all others leave it to that', async () => {
  const who = await database.newHousehold();
  await enqueueAttempt(who, 1);
  sqs.answer(() => refuses('AccessDeniedException'));
  await relayHousehold(who);
  database.actAsWorker();
  await expect(relayOutbox()).rejects.toThrow('could not be sent now');
  expect(await stateOf()).toEqual([{ attempt: 1, sent: false, reason: null }]);
  expect(await handler({})).toMatchObject({ sent: 0, parked: 1 });
  expect(await stateOf()).toEqual([{ attempt: 1, sent: false, reason: 'AccessDeniedException' }]);
});

test('a message goes out as a part of the request that left it, and not of the schedule that sends it', async () => {
  const who = await database.newHousehold();
  beginTrace({ requestId: 'request-of-a-person' });
  const { requestId, traceparent } = currentTrace() ?? {};
  await enqueueAttempt(who, 1);
  finishTrace();
  await enqueueAttempt(who, 2);
  database.actAsWorker();
  sqs.answer((request) => takes(request));
  await handler({});
  const text = (StringValue: string | undefined) => ({ DataType: 'String', StringValue });
  expect(sqs.requests[0]?.Entries.map(({ MessageAttributes }) => MessageAttributes)).toEqual([
    { requestId: text(requestId), traceparent: text(traceparent) },
    undefined,
  ]);
});
