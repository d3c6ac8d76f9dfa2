import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { handler as chat } from '#functions/api/chat/handler.ts';
import { handler as worker } from '#functions/workers/answer-message/handler.ts';
import { answerNext } from '#shared/chat-queue/answer-next.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ServiceAway } from '#shared/errors/service-away.ts';
import type { InvokeAgent } from '#shared/orchestration/ask-agent.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { type Call, call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { CHAT_QUEUES, testQueue } from '#test/support/queue.ts';

const database = testDatabase();
const queue = testQueue(CHAT_QUEUES);
agentsBehindChat();
beforeEach(async () => {
  queue.clear();
  await database.query('delete from chat_requests');
});

const REQUESTS = '/api/v1/chat/requests';

/** A message whose answer nobody waits for. */
function later(household: HouseholdContext, body: object = {}, headers = {}) {
  return call(chat, {
    method: 'POST',
    resource: '/api/v1/chat',
    household,
    headers: { Prefer: 'respond-async', ...headers },
    body: { message: 'cześć', ...body },
  });
}

async function read(household: HouseholdContext, requestId: string) {
  const resource = `${REQUESTS}/{requestId}`;
  return (await call(chat, { resource, params: { requestId }, household })).json;
}

function retry(household: HouseholdContext, requestId: string) {
  const what: Call = { resource: `${REQUESTS}/{requestId}/retry`, params: { requestId } };
  return call(chat, { ...what, method: 'POST', household, body: {} });
}

/** The worker takes so many tickets, one after the other. */
async function tickets(count: number, priority = 'interactive') {
  const body = JSON.stringify({ priority, householdId: randomUUID() });
  for (let taken = 0; taken < count; taken += 1) {
    const Records = [{ messageId: `m${taken}`, body }];
    expect(await worker({ Records })).toEqual({ batchItemFailures: [] });
  }
}

async function turns({ householdId }: HouseholdContext): Promise<number> {
  const all = await database.query('select 1 from chat_turns where household_id = $1', [
    householdId,
  ]);
  return all.length;
}

const away: InvokeAgent = async function* () {
  yield* [];
  throw new ServiceAway('assistant', new Error('killed'));
};

describe('a message that nobody waits for', () => {
  test('is answered by the worker, once, however often it is told', async () => {
    const household = await database.newHousehold();
    const accepted = await later(household);
    expect(accepted).toMatchObject({
      status: 202,
      headers: { 'preference-applied': 'respond-async' },
      json: { status: 'queued', priority: 'interactive', startedAt: null },
    });
    const { id } = accepted.json;
    expect(accepted.headers.location).toBe(`${REQUESTS}/${id}`);
    const ticket = { priority: 'interactive', householdId: household.householdId };
    expect(queue.messages()).toEqual([{ payload: ticket, delaySeconds: 0 }]);
    await tickets(3);
    const done = await read(household, id);
    expect(done).toMatchObject({ status: 'done', reply: { agent: 'conversation' } });
    expect(done.reply.text).toContain('Cześć');
    expect(await turns(household)).toBe(1);
  });

  test('is one request with its Idempotency-Key', async () => {
    const household = await database.newHousehold();
    const key = { 'Idempotency-Key': 'once' };
    const first = await later(household, {}, key);
    // As after a crash before its reply was stored.
    await database.query('delete from idempotency_keys');
    expect((await later(household, {}, key)).json.id).toBe(first.json.id);
    expect(queue.messages()).toHaveLength(1);
  });

  test('goes behind the others where it says so', async () => {
    const household = await database.newHousehold();
    const headers = { Prefer: 'respond-async; priority="background"' };
    const { id } = (await later(household, {}, headers)).json;
    await tickets(1);
    expect(await read(household, id)).toMatchObject({ status: 'queued', priority: 'background' });
    await tickets(1, 'background');
    expect(await read(household, id)).toMatchObject({ status: 'done' });
  });

  test('is refused at once for a session that is not there', async () => {
    const household = await database.newHousehold();
    expect(await later(household, { sessionId: randomUUID() })).toMatchObject({ status: 404 });
    expect(queue.messages()).toEqual([]);
  });

  test('is of its household alone, and goes with its session', async () => {
    const household = await database.newHousehold();
    const { id } = (await later(household)).json;
    await tickets(1);
    const other = await database.newHousehold();
    expect(await read(other, id)).toMatchObject({ code: 'not-found' });
    const { sessionId } = (await read(household, id)).reply;
    const params = { sessionId };
    const resource = '/api/v1/chat/sessions/{sessionId}';
    await call(chat, { method: 'DELETE', resource, params, household });
    expect(await read(household, id)).toMatchObject({ code: 'not-found' });
  });
});

describe('whose turn it is', () => {
  test('goes round the households, however many of one wait', async () => {
    const [one, other] = [await database.newHousehold(), await database.newHousehold()];
    const asked: [HouseholdContext, string][] = [];
    for (const household of [one, one, one, other])
      asked.push([household, (await later(household)).json.id]);
    await tickets(2);
    const statuses = await Promise.all(
      asked.map(async ([home, id]) => (await read(home, id)).status),
    );
    expect(statuses).toEqual(['done', 'queued', 'queued', 'done']);
  });

  test('keeps the order of a session, also where workers run beside each other', async () => {
    const household = await database.newHousehold();
    await later(household);
    await tickets(1);
    const [first] = (await call(chat, { resource: REQUESTS, household })).json.items;
    const { sessionId } = (await read(household, first.id)).reply;
    const ids = [
      (await later(household, { sessionId })).json.id,
      (await later(household, { sessionId, message: 'dzięki' })).json.id,
    ];
    queue.clear();
    let meanwhile = '';
    const during: InvokeAgent = async function* () {
      await tickets(2);
      meanwhile = (await read(household, ids[1])).status;
      yield { type: 'token', text: 'Hej.' };
    };
    await answerNext('interactive', during);
    expect(meanwhile).toBe('queued');
    expect((await read(household, ids[0])).status).toBe('done');
    // The tickets that came meanwhile found nothing; this one comes instead.
    expect(queue.messages()).toHaveLength(1);
    await tickets(1);
    expect((await read(household, ids[1])).status).toBe('done');
  });
});

describe('a message without an answer', () => {
  test('is tried five times, then it has failed, is listed, and can be tried again', async () => {
    const household = await database.newHousehold();
    const { id } = (await later(household)).json;
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      queue.clear();
      await answerNext('interactive', away);
      const again = queue.messages().map(({ delaySeconds }) => delaySeconds);
      expect(again, `attempt ${attempt}`).toEqual(attempt < 5 ? [15] : []);
    }
    const failed = { resource: REQUESTS, query: { status: 'failed' }, household };
    expect((await call(chat, failed)).json.items).toMatchObject([
      { id, status: 'failed', problem: { code: 'assistant-away' } },
    ]);
    expect(await retry(household, id)).toMatchObject({ status: 202, json: { status: 'queued' } });
    expect(await retry(household, id)).toMatchObject({
      status: 409,
      json: { code: 'request-not-failed' },
    });
    await tickets(1);
    expect(await read(household, id)).toMatchObject({ status: 'done' });
  });

  test('for a reason that a person can mend has failed at once', async () => {
    const household = await database.newHousehold();
    const { id } = (await later(household, { people: [randomUUID()] })).json;
    await tickets(1);
    expect(await read(household, id)).toMatchObject({
      status: 'failed',
      problem: { code: 'unknown-person' },
    });
  });
});

const lapse = () =>
  database.query(`update chat_requests set leased_until = now() - interval '1 second'`);

test('a worker that was taken for dead leaves no second answer', async () => {
  const household = await database.newHousehold();
  const { id } = (await later(household)).json;
  const slow: InvokeAgent = async function* () {
    await lapse();
    await tickets(1);
    yield { type: 'token', text: 'Za późno.' };
  };
  await answerNext('interactive', slow);
  const { status, reply } = await read(household, id);
  expect(status).toBe('done');
  expect(reply.text).not.toContain('Za późno');
  expect(await turns(household)).toBe(1);
});

test('what kills its worker is given up after five tries', async () => {
  const household = await database.newHousehold();
  const { id } = (await later(household)).json;
  await database.query(
    `update chat_requests set status = 'running', attempts = 5, claim = gen_random_uuid()`,
  );
  await lapse();
  await tickets(1);
  expect(await read(household, id)).toMatchObject({ problem: { code: 'gave-up' } });
  expect(await turns(household)).toBe(0);
});
