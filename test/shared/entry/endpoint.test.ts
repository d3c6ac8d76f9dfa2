import { expect, test, vi } from 'vitest';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { handler, ID, MAKE, things } from './things.ts';

const database = testDatabase();

test('answers an open route without credentials, with the headers every reply carries', async () => {
  const answer = await call(handler, { resource: '/open' });
  expect(answer).toMatchObject({ status: 200, json: { ok: true } });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('reads parameters and query as the route declares them', async () => {
  const household = await database.newHousehold();
  const read = { resource: '/things/{thingId}', params: { thingId: ID }, household };
  expect((await call(handler, read)).json).toEqual({ id: ID, limit: 10 });
  expect((await call(handler, { ...read, query: { limit: '7' } })).json.limit).toBe(7);
});

test('says what is wrong with bad input, with a pointer for each fault', async () => {
  const household = await database.newHousehold();
  const answer = await call(handler, { ...MAKE, household, body: { name: '', size: 'big' } });
  expect(answer.status).toBe(400);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.json).toMatchObject({
    type: 'urn:foodsave:problem:invalid-body',
    status: 400,
    code: 'invalid-body',
    instance: '/things',
    requestId: answer.headers['x-request-id'],
    errors: [{ pointer: '/name' }, { pointer: '/size' }],
  });
  const query = await call(handler, {
    resource: '/things/{thingId}',
    params: { thingId: ID },
    query: { limit: '1000' },
    household,
  });
  expect(query.json.errors).toEqual([{ pointer: '?limit', detail: 'Najwyżej 100.' }]);
});

test('speaks the language the caller likes best, and never translates the code', async () => {
  const pl = await call(handler, { resource: '/open', method: 'PUT' });
  const en = await call(handler, {
    resource: '/open',
    method: 'PUT',
    headers: { 'Accept-Language': 'de, pl;q=0.2, en;q=0.8' },
  });
  expect(pl.json).toMatchObject({ code: 'method-not-allowed', title: 'Niedozwolona metoda' });
  expect(en.json).toMatchObject({ code: 'method-not-allowed', title: 'Method not allowed' });
});

test.each([
  ['an unknown route', { resource: '/nothing' }, 404, 'unknown-route'],
  ['no credentials', MAKE, 401, 'unauthorized'],
  [
    'a method the path does not know',
    { resource: '/open', method: 'PUT' },
    405,
    'method-not-allowed',
  ],
])('refuses %s', async (_, what, status, code) => {
  expect(await call(handler, what)).toMatchObject({ status, json: { code } });
});

test.each([
  ['PUT', '/open', 'GET, HEAD'],
  ['HEAD', '/things', 'POST'],
  ['OPTIONS', '/things/{thingId}', 'GET, HEAD, DELETE'],
])('says with 405 to %s %s that the address allows %s', async (method, resource, allow) => {
  const answer = await call(handler, { resource, method });
  expect([answer.status, answer.headers.allow]).toEqual([405, allow]);
});

test('answers HEAD as GET, without the body', async () => {
  const household = await database.newHousehold();
  const read = { resource: '/things/{thingId}', params: { thingId: ID }, household };
  for (const [what, status] of [
    [read, 200],
    [{ ...read, query: { limit: '1000' } }, 400],
    [{ resource: read.resource, params: read.params }, 401],
    [{ ...read, resource: '/things/{thingId}/progress' }, 200],
  ] as const) {
    const { 'x-request-id': _, ...asked } = (await call(handler, what)).headers;
    const head = await call(handler, { ...what, method: 'HEAD' });
    expect([head.status, head.text]).toEqual([status, '']);
    expect(head.headers).toMatchObject(asked);
  }
});

test('refuses a caller without the scope', async () => {
  const household = { ...(await database.newHousehold()), scopes: ['read' as const] };
  expect(await call(handler, { ...MAKE, household })).toMatchObject({
    status: 403,
    json: { code: 'missing-scope' },
  });
});

test.each([
  ['text that is no JSON', '{"name"', 400, 'invalid-json'],
  ['invalid UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'invalid-utf8'],
  ['more than 1 MB', `"${'x'.repeat(1_000_001)}"`, 413, 'json-too-large'],
  ['nesting beyond reason', '['.repeat(40) + ']'.repeat(40), 400, 'json-too-deep'],
  ['a key that reaches a prototype', '{"__proto__": {"admin": true}}', 400, 'forbidden-key'],
  ['a NUL in a text', '{"name": "a\\u0000b", "size": 1}', 400, 'forbidden-character'],
  ['half a character', '{"name": "a\\ud83e", "size": 1}', 400, 'forbidden-character'],
  ['half a character in a key', '{"\\udc00": 1}', 400, 'forbidden-character'],
  ['no body at all', undefined, 400, 'invalid-json'],
])('refuses a body of %s', async (_, body, status, code) => {
  const household = await database.newHousehold();
  const headers = { 'content-type': 'application/json' };
  expect(await call(handler, { ...MAKE, household, headers, body })).toMatchObject({
    status,
    json: { code },
  });
});

test('refuses a NUL in the query', async () => {
  const household = await database.newHousehold();
  const read = { resource: '/things/{thingId}', params: { thingId: ID }, household };
  expect(await call(handler, { ...read, query: { limit: '1\0' } })).toMatchObject({
    status: 400,
    json: { code: 'forbidden-character' },
  });
});

test('text is composed, and joined emoji stay joined', async () => {
  const household = await database.newHousehold();
  const body = { name: 'Z\u0307ur 👩‍👩‍👧', size: 1 };
  expect((await call(handler, { ...MAKE, household, body })).json.name).toBe('Żur 👩‍👩‍👧');
});

test('refuses a parameter that the route does not know, in the language of the caller', async () => {
  const household = await database.newHousehold();
  const read = { resource: '/things/{thingId}', params: { thingId: ID }, household };
  const answer = await call(handler, { ...read, query: { limt: '7' } });
  expect(answer).toMatchObject({
    status: 400,
    json: { errors: [{ pointer: '?limt', detail: 'Nieznany parametr.' }] },
  });
  const make = await call(handler, { ...MAKE, household, query: { dry: 'yes' } });
  expect(make.json.errors).toEqual([{ pointer: '?dry', detail: 'Nieznany parametr.' }]);
  expect((await call(handler, { resource: '/open', query: { probe: '1' } })).status).toBe(200);
});

test('refuses a body that is not said to be JSON', async () => {
  const household = await database.newHousehold();
  const answer = await call(handler, { ...MAKE, household, body: 'name=jar' });
  expect(answer).toMatchObject({ status: 415, json: { code: 'not-json' } });
});

test('an id that cannot be one is an unknown id', async () => {
  const household = await database.newHousehold();
  const params = { thingId: "1' or '1'='1" };
  const answer = await call(handler, { resource: '/things/{thingId}', params, household });
  expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
});

test('tells nothing of an unexpected failure, and logs it once with its cause', async () => {
  const household = await database.newHousehold();
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const answer = await call(handler, {
    method: 'DELETE',
    resource: '/things/{thingId}',
    params: { thingId: ID },
    household,
  });
  logged.mockRestore();
  expect(answer).toMatchObject({ status: 500, json: { code: 'internal' } });
  expect(answer.text).not.toContain('secret detail');
});

test('writes one line per request that holds no body, no header and no query', async () => {
  const household = await database.newHousehold();
  const lines: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  await call(handler, {
    resource: '/things/{thingId}',
    params: { thingId: ID },
    query: { limit: 'in-the-query' },
    headers: { Authorization: 'Bearer in-the-header' },
    household,
  });
  await call(handler, { ...MAKE, household, body: { name: 'in-the-body', size: 1 } });
  out.mockRestore();
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/in-the-/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    message: 'request',
    operation: 'readThing',
    route: '/things/{thingId}',
    status: 400,
    household: household.householdId,
    Requests: 1,
    Errors: 0,
    _aws: { CloudWatchMetrics: [{ Namespace: 'FoodSave' }] },
  });
});

test('streams events, and a failure in the middle is their last word', async () => {
  const household = await database.newHousehold();
  const answer = await call(handler, {
    resource: '/things/{thingId}/progress',
    params: { thingId: ID },
    headers: { Accept: 'text/event-stream' },
    household,
  });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  const [first, last] = answer.text.trimEnd().split('\n\n');
  expect(first).toBe(`event: progress\ndata: {"id":"${ID}","sse":true}`);
  expect(last).toMatch(/^event: error\ndata: .*"code":"internal"/);
  expect(answer.text).not.toContain('secret detail');
});

test('says in time that there was no time', async () => {
  const household = await database.newHousehold();
  things.gate = Promise.withResolvers();
  const headers = { 'X-Wait': 'yes' };
  const answer = await call(handler, { ...MAKE, household, headers, remainingMs: 201 });
  things.gate.resolve();
  expect(answer).toMatchObject({ status: 504, json: { code: 'timeout' } });
});
