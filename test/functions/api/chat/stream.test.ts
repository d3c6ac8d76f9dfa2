import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { handler } from '#functions/api/chat/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import { call, proxyEvent } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { RecordedResponse } from '#test/support/lambda-runtime.ts';
import {
  type Invoked,
  type LambdaService,
  startLambdaService,
} from '#test/support/lambda-service.ts';
import { readEvents } from '#test/support/server-sent-events.ts';

const database = testDatabase();
const EVENTS = { accept: 'text/event-stream' };
const GREETING: AgentEvent[] = [
  { type: 'token', text: 'Cześć. ' },
  { type: 'token', text: 'Jak się masz?' },
  { type: 'citation', citation: { kind: 'web', id: '1', title: 'Powitania' } },
];

/** What the agent answers, once it may. */
let answer: Invoked;
let may: PromiseWithResolvers<void>;
let lambda: LambdaService;
beforeAll(async () => {
  lambda = await startLambdaService(async () => {
    await may.promise;
    return answer;
  });
  Object.assign(process.env, {
    [ENV.lambdaEndpoint]: lambda.url,
    [ENV.conversationFunction]: 'conversation',
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
  });
});
afterAll(() => lambda.close());
beforeEach(() => {
  answer = { events: GREETING };
  may = Promise.withResolvers();
  may.resolve();
});

function what(household: HouseholdContext, headers: Record<string, string> = {}, body = {}) {
  const message = { message: 'cześć', ...body };
  return {
    method: 'POST',
    resource: '/api/v1/chat',
    household,
    headers: { ...EVENTS, ...headers },
    body: message,
  };
}

async function stream(...given: Parameters<typeof what>) {
  const reply = await call(handler, what(...given));
  expect(reply.status, reply.text).toBe(200);
  return readEvents(reply.text);
}

const names = (events: readonly { event: string }[]) => events.map(({ event }) => event);

function textOf(events: Awaited<ReturnType<typeof stream>>): string {
  return events.map(({ event, data }) => (event === 'token' ? data.text : '')).join('');
}

async function turnsOf({ householdId }: HouseholdContext): Promise<number> {
  const rows = await database.query('select 1 from chat_turns where household_id = $1', [
    householdId,
  ]);
  return rows.length;
}

/** A stream that the test holds open. */
async function open(household: HouseholdContext, headers: Record<string, string> = {}) {
  may = Promise.withResolvers();
  const asked = lambda.invoked.length;
  const response = new RecordedResponse();
  const ended = handler(proxyEvent(what(household, headers)), response, {
    getRemainingTimeInMillis: () => 29_000,
  });
  await vi.waitFor(() => expect(lambda.invoked.length).toBe(asked + 1), 60_000);
  const read = () => readEvents(Buffer.concat(response.chunks).toString());
  return { response, ended, read };
}

test('a stream tells what JSON answers, sentence by sentence, and all of it at its end', async () => {
  const household = await database.newHousehold();
  const events = await stream(household);
  expect(names(events)).toEqual('accepted agent token citation token done'.split(' '));
  const done = events.at(-1)?.data;
  expect(events[0]?.data).toEqual({ sessionId: done.sessionId, turnId: done.turnId });
  expect(textOf(events)).toBe(done.text);
  const json = await call(handler, what(household, { accept: 'application/json' }));
  expect(done).toEqual({ ...json.json, sessionId: done.sessionId, turnId: done.turnId });
});

test('that a message was accepted is told before anybody is asked', async () => {
  const { read, ended } = await open(await database.newHousehold());
  expect(names(read())).toEqual(['accepted', 'agent']);
  may.resolve();
  await ended;
  expect(names(read()).at(-1)).toBe('done');
});

test('what fails before the first event has a status, what fails after it is an event', async () => {
  const household = await database.newHousehold();
  const sessionId = '01890000-0000-7000-8000-000000000001';
  expect((await call(handler, what(household, {}, { sessionId }))).status).toBe(404);
  answer = { status: 500 };
  const events = await stream(household, { 'accept-language': 'en' });
  expect(names(events)).toEqual(['accepted', 'agent', 'error']);
  expect(events.at(-1)?.data).toMatchObject({ status: 503, code: 'assistant-away' });
  expect(await turnsOf(household)).toBe(0);
});

test('a message too many for a minute is refused before anything is done, with a status', async () => {
  const household = await database.newHousehold();
  vi.stubEnv(ENV.redisSecret, 'no-such-secret');
  // Without Redis an instance takes ten.
  for (let sent = 0; sent < 10; sent += 1) await stream(household);
  const refused = await call(handler, what(household, { 'idempotency-key': 'late' }));
  vi.unstubAllEnvs();
  expect(refused).toMatchObject({ status: 503, json: { code: 'limits-away' } });
  expect(await turnsOf(household)).toBe(10);
});

test('an agent that is killed in the middle of its answer ends the stream with a problem', async () => {
  const household = await database.newHousehold();
  const failure = { errorType: 'Runtime.ExitError', errorMessage: 'signal: killed' };
  answer = { events: GREETING, failure };
  const events = await stream(household);
  expect(names(events)).toEqual('accepted agent token citation error'.split(' '));
  expect(events.at(-1)?.data).toMatchObject({ status: 503, code: 'assistant-away' });
  expect(await turnsOf(household)).toBe(0);
  const json = await call(handler, what(household, { accept: 'application/json' }));
  expect(json).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
});

describe('an Idempotency-Key', () => {
  const KEY = { 'idempotency-key': 'once' };

  test('is held until the stream has ended, and then replays it in either form', async () => {
    const household = await database.newHousehold();
    const { read, ended } = await open(household, KEY);
    expect(await call(handler, what(household, KEY))).toMatchObject({
      status: 409,
      json: { code: 'still-running' },
    });
    may.resolve();
    await ended;
    const again = await stream(household, KEY);
    expect(again.at(-1)).toEqual(read().at(-1));
    expect(textOf(again)).toBe(textOf(read()));
    const json = await call(handler, what(household, { ...KEY, accept: 'application/json' }));
    expect(json.json).toEqual(read().at(-1)?.data);
    expect(json.headers['idempotency-replayed']).toBe('true');
    expect(await turnsOf(household)).toBe(1);
  });

  test('is free again after a stream that failed', async () => {
    const household = await database.newHousehold();
    answer = { status: 500 };
    expect(names(await stream(household, KEY)).at(-1)).toBe('error');
    answer = { events: GREETING };
    expect(names(await stream(household, KEY)).at(-1)).toBe('done');
    expect(await turnsOf(household)).toBe(1);
  });

  test('is free again when the client goes, and nothing is kept of the turn', async () => {
    const household = await database.newHousehold();
    const { response, ended } = await open(household, KEY);
    response.destroy();
    await ended.catch(() => undefined);
    const free = () =>
      database.query('select 1 from idempotency_keys where household_id = $1', [
        household.householdId,
      ]);
    await vi.waitFor(async () => expect(await free()).toEqual([]), 60_000);
    may.resolve();
    expect(names(await stream(household, KEY)).at(-1)).toBe('done');
    expect(await turnsOf(household)).toBe(1);
  });
});

describe('Last-Event-ID', () => {
  const since = (id: string | undefined) => ({ 'last-event-id': id ?? '' });

  test('gets what came behind each event, and nothing is done twice', async () => {
    const household = await database.newHousehold();
    const events = await stream(household);
    for (const [at, { id }] of events.entries()) {
      const rest = await stream(household, since(id));
      const had = events.slice(0, at + 1);
      expect(textOf(had) + textOf(rest)).toBe(events.at(-1)?.data.text);
      const citations = [...had, ...rest].filter(({ event }) => event === 'citation');
      expect(citations).toHaveLength(1);
      expect(names(rest)).not.toContain('accepted');
      expect(rest.at(-1)?.data).toEqual(events.at(-1)?.data);
    }
    expect(await turnsOf(household)).toBe(1);
  });

  test('of a turn that may go on is asked for again, of one that was lost begins anew', async () => {
    const household = await database.newHousehold();
    const { read, response, ended } = await open(household);
    const [accepted] = read();
    response.destroy();
    await ended.catch(() => undefined);
    may.resolve();
    expect(await call(handler, what(household, since(accepted?.id)))).toMatchObject({
      status: 409,
      headers: { 'retry-after': '1' },
    });
    const old = '01890000-0000-7000-8000-000000000001.12.0.0';
    expect(names(await stream(household, since(old)))[0]).toBe('accepted');
  });

  test('of another household’s turn shows nothing of it', async () => {
    const theirs = await stream(await database.newHousehold(), {}, { message: 'hej' });
    const household = await database.newHousehold();
    const refused = await call(handler, what(household, since(theirs.at(-1)?.id)));
    expect(refused.status).toBe(409);
  });

  test.each(['x', '1', '01890000-0000-7000-8000-000000000001', `${'9'.repeat(99)}.1.1.1`])(
    '%s is none',
    async (id) => {
      const household = await database.newHousehold();
      expect(await call(handler, what(household, since(id)))).toMatchObject({
        status: 400,
        json: { code: 'invalid-last-event-id' },
      });
    },
  );
});
