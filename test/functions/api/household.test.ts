import { expect, test } from 'vitest';
import { handler } from '#functions/api/household/handler.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const PEOPLE = '/api/v2/household/people';
const PERSON = '/api/v2/household/people/{personId}';
const KEYS = '/api/v2/household/device-keys';
const KEY = '/api/v2/household/device-keys/{deviceKeyId}';

const ola = {
  name: 'Ola',
  diet: 'vegetarian',
  allergies: [
    { code: 'nuts', severity: 'allergy' },
    { term: 'kiwi', severity: 'intolerance' },
  ],
  dislikes: ['koper'],
};

test('a person comes back as it was added, allergies and all', async () => {
  const household = await database.newHousehold();
  const added = await call(handler, { method: 'POST', resource: PEOPLE, household, body: ola });
  expect(added).toMatchObject({ status: 201, json: ola });
  expect(added.headers.location).toBe(`${PEOPLE}/${added.json.id}`);
  const list = await call(handler, { resource: PEOPLE, household });
  expect(list.json).toEqual({ items: [added.json], next: null });
});

test('a change of the name leaves the allergies alone', async () => {
  const household = await database.newHousehold();
  const added = await call(handler, { method: 'POST', resource: PEOPLE, household, body: ola });
  const params = { personId: added.json.id };
  const changed = await call(handler, {
    method: 'PATCH',
    resource: PERSON,
    params,
    household,
    headers: { 'If-Match': added.headers.etag ?? '' },
    body: { name: 'Aleksandra' },
  });
  expect(changed).toMatchObject({ status: 200, json: { ...ola, name: 'Aleksandra' } });
  expect(changed.headers.etag).toBe('"2"');
  expect(await call(handler, { resource: PERSON, params, household })).toMatchObject({
    status: 200,
    json: { name: 'Aleksandra', allergies: ola.allergies },
  });
});

test('a person of another household does not exist here', async () => {
  const household = await database.newHousehold();
  const stranger = await database.newHousehold();
  const added = await call(handler, { method: 'POST', resource: PEOPLE, household, body: ola });
  const params = { personId: added.json.id };
  for (const method of ['GET', 'DELETE', 'PATCH']) {
    const body = method === 'PATCH' ? { name: 'x' } : undefined;
    const headers = { 'If-Match': '*' };
    const answer = await call(handler, {
      method,
      resource: PERSON,
      params,
      household: stranger,
      headers,
      ...(body && { body }),
    });
    expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
  }
  const removed = await call(handler, { method: 'DELETE', resource: PERSON, params, household });
  expect(removed).toMatchObject({ status: 204, text: '' });
  expect(await call(handler, { resource: PERSON, params, household })).toMatchObject({
    status: 404,
  });
});

test('an allergen outside the list needs words, not a made-up code', async () => {
  const household = await database.newHousehold();
  const body = { name: 'Jan', allergies: [{ code: 'kiwi', severity: 'allergy' }] };
  const answer = await call(handler, { method: 'POST', resource: PEOPLE, household, body });
  expect(answer).toMatchObject({
    status: 400,
    json: { errors: [{ pointer: '/allergies/0/code' }] },
  });
});

test('pages through people in the order they were added', async () => {
  const household = await database.newHousehold();
  for (const name of ['A', 'B', 'C']) {
    await call(handler, { method: 'POST', resource: PEOPLE, household, body: { name } });
  }
  const first = await call(handler, { resource: PEOPLE, household, query: { limit: '2' } });
  expect(first.json.items.map(({ name }: { name: string }) => name)).toEqual(['A', 'B']);
  const query = { limit: '2', cursor: first.json.next };
  const second = await call(handler, { resource: PEOPLE, household, query });
  expect(second.json).toMatchObject({ items: [{ name: 'C' }], next: null });
  const forged = await call(handler, { resource: PEOPLE, household, query: { cursor: 'IicI' } });
  expect(forged).toMatchObject({ status: 400, json: { code: 'invalid-cursor' } });
});

test('shows a device key once, and keeps only its hash', async () => {
  const household = await database.newHousehold();
  const headers = { 'Idempotency-Key': 'one-key' };
  const make = { method: 'POST', resource: KEYS, household, body: { name: 'tablet' }, headers };
  const made = await call(handler, make);
  expect(made).toMatchObject({ status: 201, json: { name: 'tablet', scopes: ['read', 'write'] } });
  expect(made.json.key).toMatch(/^fsk_[\w-]{43}$/);
  const list = await call(handler, { resource: KEYS, household });
  expect(list.json.items).toMatchObject([{ id: made.json.id, lastUsedAt: null }]);
  expect(list.text).not.toContain(made.json.key);
  const stored = await database.query(
    'select d::text as key, i::text as reply from device_keys d, idempotency_keys i',
  );
  expect(JSON.stringify(stored)).not.toContain(made.json.key);
  expect(await call(handler, make)).toMatchObject({
    status: 409,
    json: { code: 'reply-not-kept' },
  });
});

test('a key cannot be allowed more than who makes it', async () => {
  const household = { ...(await database.newHousehold()), scopes: ['read', 'write'] as const };
  const body = { name: 'tablet', scopes: ['admin'] };
  const answer = await call(handler, { method: 'POST', resource: KEYS, household, body });
  expect(answer).toMatchObject({ status: 403, json: { code: 'scope-not-yours' } });
});

test('a removed key is gone, a second time it is unknown', async () => {
  const household = await database.newHousehold();
  const made = await call(handler, {
    method: 'POST',
    resource: KEYS,
    household,
    body: { name: 'a' },
  });
  const remove = {
    method: 'DELETE',
    resource: KEY,
    params: { deviceKeyId: made.json.id },
    household,
  };
  expect((await call(handler, remove)).status).toBe(204);
  expect((await call(handler, remove)).status).toBe(404);
});

test('a term nobody knows is kept, and the person is told in their language', async () => {
  const household = await database.newHousehold();
  const allergies = [
    { term: 'wihajster', severity: 'allergy' },
    { term: 'kukrydza', severity: 'intolerance' },
    { term: 'alergia na orzechy laskowe', severity: 'allergy' },
    { term: 'dyndzwonek', severity: 'dislike' },
  ];
  const headers = { 'Accept-Language': 'pl' };
  const body = { name: 'Jan', allergies };
  const added = await call(handler, { method: 'POST', resource: PEOPLE, household, headers, body });
  expect(added).toMatchObject({
    status: 201,
    json: {
      allergies,
      warnings: [
        expect.stringMatching(/^Nie wiem.*„wihajster”/),
        expect.stringMatching(/„kukrydza” czytam jako „kukurydza”/),
      ],
    },
  });
  const changed = await call(handler, {
    method: 'PATCH',
    resource: PERSON,
    params: { personId: added.json.id },
    household,
    headers: { 'If-Match': added.headers.etag ?? '', 'Accept-Language': 'en' },
    body: { allergies: [{ term: 'thingamajig', severity: 'allergy' }] },
  });
  expect(changed.json.warnings).toEqual([expect.stringMatching(/not known.*“thingamajig”/)]);
  const clear = await call(handler, { method: 'POST', resource: PEOPLE, household, body: ola });
  expect(clear.json.warnings).toEqual([]);
});
