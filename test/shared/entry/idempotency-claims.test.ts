import { describe, expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { noBody } from '#shared/entry/content.ts';
import { claimIdempotencyKey } from '#shared/entry/idempotency.ts';
import { type AnyReply, bytes, type JsonReply, reply } from '#shared/entry/reply.ts';
import type { Request } from '#shared/entry/request.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const base = { method: 'POST', scope: 'write', summary: '.', replies: { 204: noBody } } as const;
const routes = defineRoutes('things', {
  make: { ...base, path: '/things' },
  send: { ...base, path: '/things/send' },
  login: { ...base, path: '/things/login', scope: 'open' },
  read: { ...base, path: '/things', method: 'GET' },
  change: { ...base, path: '/things', method: 'PUT' },
  key: { ...base, path: '/things/key', secret: true },
});

function request(household: HouseholdContext, change: Partial<Request> = {}): Request {
  return {
    params: {},
    query: undefined,
    body: undefined,
    bytes: Buffer.from('{}'),
    contentType: 'application/json',
    household,
    locale: 'pl',
    requestId: 'one',
    baseUrl: '/',
    wants: () => false,
    ...change,
    headers: { 'idempotency-key': 'key', ...change.headers },
  };
}

/** Runs a request to its end, as the endpoint does. @returns the stored reply when it is a repetition */
async function run(
  household: HouseholdContext,
  change: Partial<Request> = {},
  answer: AnyReply | 'failed' = reply(201, { made: true }),
  route: (typeof routes)[keyof typeof routes] = routes.make,
): Promise<JsonReply | 'first' | 'ignored'> {
  const claim = await claimIdempotencyKey(route, request(household, change));
  if (claim === undefined) return 'ignored';
  if (claim.kind === 'repeated') return claim.reply;
  await claim.finish(answer === 'failed' ? undefined : answer);
  return 'first';
}

describe('a key', () => {
  test('counts where a signed-in caller posts, and nowhere else', async () => {
    const household = await database.newHousehold();
    const outcome = (route: (typeof routes)[keyof typeof routes]) =>
      run(household, {}, undefined, route);
    expect(await outcome(routes.make)).toBe('first');
    for (const route of [routes.login, routes.read, routes.change]) {
      expect(await outcome(route), route.operationId).toBe('ignored');
    }
    const headers = { 'idempotency-key': undefined };
    expect(await run(household, { headers })).toBe('ignored');
  });

  test.each(['', ' ', 'a b', ' a', 'a ', 'ą', 'a\n', '\x7f', 'x'.repeat(256)])(
    '%j is none',
    async (key) => {
      const household = await database.newHousehold();
      await expect(run(household, { headers: { 'idempotency-key': key } })).rejects.toMatchObject({
        kind: 'bad-input',
        code: 'invalid-idempotency-key',
      });
    },
  );

  test.each(['!', '~', 'x'.repeat(255)])('%j is one', async (key) => {
    const household = await database.newHousehold();
    expect(await run(household, { headers: { 'idempotency-key': key } })).toBe('first');
  });

  test('of one route says nothing about another', async () => {
    const household = await database.newHousehold();
    await run(household);
    expect(await run(household, {}, undefined, routes.send)).toBe('first');
    const rows = await database.query(
      'select operation from idempotency_keys where household_id = $1 order by operation',
      [household.householdId],
    );
    expect(rows).toEqual([{ operation: 'things.make' }, { operation: 'things.send' }]);
  });

  test('is free again after a day, not before', async () => {
    const household = await database.newHousehold();
    await run(household);
    const age = (interval: string) =>
      database.query(
        'update idempotency_keys set created_at = now() - $2::interval where household_id = $1',
        [household.householdId, interval],
      );
    await age('23 hours 59 minutes');
    expect(await run(household)).toMatchObject({ status: 201 });
    await age('24 hours 1 minute');
    expect(await run(household)).toBe('first');
  });
});

describe('the reply', () => {
  test('comes back whole, marked as a repetition', async () => {
    const household = await database.newHousehold();
    const first = reply(201, { made: [1, null] }, { location: '/things/1' });
    await run(household, {}, first);
    expect(await run(household)).toEqual({
      ...first,
      headers: { location: '/things/1', 'idempotency-replayed': 'true' },
    });
  });

  test('without a body comes back without one', async () => {
    const household = await database.newHousehold();
    await run(household, {}, reply(204));
    expect(await run(household)).toEqual({
      kind: 'json',
      status: 204,
      body: undefined,
      headers: { 'idempotency-replayed': 'true' },
    });
  });

  test.each<[string, AnyReply | 'failed']>([
    ['a failure', 'failed'],
    ['a refusal', reply(400, {})],
    ['a fault', reply(503, {})],
    ['what is no JSON', bytes(200, 'x', {})],
  ])('of %s is not kept: the same request may try again', async (_, answer) => {
    const household = await database.newHousehold();
    await run(household, {}, answer);
    expect(await run(household)).toBe('first');
  });

  test('of a success is kept up to the last status that is one', async () => {
    const household = await database.newHousehold();
    await run(household, {}, reply(399, {}));
    expect(await run(household)).toMatchObject({ status: 399 });
  });

  test('that holds a secret is neither stored nor shown again', async () => {
    const household = await database.newHousehold();
    await run(household, {}, reply(201, { key: 'fsk_secret' }), routes.key);
    const rows = await database.query(
      'select status, body from idempotency_keys where household_id = $1',
      [household.householdId],
    );
    expect(rows).toEqual([{ status: 201, body: null }]);
    await expect(run(household, {}, undefined, routes.key)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'reply-not-kept',
    });
  });

  test('that is not there yet is waited for by asking again in a second', async () => {
    const household = await database.newHousehold();
    const claim = await claimIdempotencyKey(routes.make, request(household));
    expect(claim?.kind).toBe('first');
    await expect(run(household)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'still-running',
      retryAfter: 1,
    });
  });
});

describe('another request with the same key', () => {
  const boundary = { 'content-type': 'multipart/form-data; boundary=B' };
  const text = (value: string) => ({ bytes: Buffer.from(value) });

  test.each<[string, Partial<Request>]>([
    ['another body', text('{"a":1}')],
    ['another thing', { params: { thingId: '2' } }],
    ['another query', { query: { dry: true } as never }],
    ['another kind of body', { contentType: 'text/plain' }],
  ])('is one with %s', async (_, change) => {
    const household = await database.newHousehold();
    await run(household);
    await expect(run(household, change)).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'idempotency-key-reused',
    });
  });

  test('is not one whose query is the same', async () => {
    const household = await database.newHousehold();
    const query = { limit: 1 } as never;
    await run(household, { query });
    expect(await run(household, { query })).toMatchObject({ status: 201 });
  });

  test.each([
    'multipart/form-data; boundary=X',
    'multipart/form-data;boundary=X',
    'multipart/form-data;  boundary="X"; charset=utf-8',
    'multipart/form-data; BOUNDARY=X',
  ])('is not a form with the boundary of “%s”', async (type) => {
    const household = await database.newHousehold();
    const form = (name: string) => text(`--${name}\r\n\r\nphoto\r\n--${name}--`);
    await run(household, { headers: boundary, ...form('B') });
    const again = { headers: { 'content-type': type }, ...form('X') };
    expect(await run(household, again)).toMatchObject({ status: 201 });
  });

  test('is a form whose parts are parted elsewhere', async () => {
    const household = await database.newHousehold();
    await run(household, { headers: boundary, ...text('oneBtwo') });
    await expect(run(household, { headers: boundary, ...text('onetwoB') })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  test('is a form that differs behind its last boundary', async () => {
    const household = await database.newHousehold();
    await run(household, { headers: boundary, ...text('BoneB--') });
    await expect(run(household, { headers: boundary, ...text('BoneB') })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });
});
