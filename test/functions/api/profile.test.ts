import { expect, test } from 'vitest';
import { handler } from '#functions/api/profile/handler.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const resource = '/api/v2/profile';

test('says who the caller is, with the defaults of a new household', async () => {
  const household = await database.newHousehold();
  const answer = await call(handler, { resource, household });
  expect(answer).toMatchObject({ status: 200, headers: { etag: '"1.1"' } });
  expect(answer.json).toEqual({
    ...household,
    locale: 'pl',
    zone: 'Europe/Warsaw',
    units: 'metric',
    defaultLocation: null,
  });
});

test('changes what is named, keeps the rest, and the ETag moves on', async () => {
  const household = await database.newHousehold();
  const patch = (etag: string, body: unknown) =>
    call(handler, { method: 'PATCH', resource, household, body, headers: { 'If-Match': etag } });
  const place = { name: 'Kraków', latitude: 50.06, longitude: 19.94 };
  const first = await patch('"1.1"', { locale: 'en', defaultLocation: place });
  expect(first).toMatchObject({ status: 200, headers: { etag: '"2.1"' } });
  const second = await patch('"2.1"', { zone: 'Europe/Lisbon' });
  expect(second.json).toMatchObject({
    locale: 'en',
    zone: 'Europe/Lisbon',
    defaultLocation: place,
  });
  const third = await patch('"2.2"', { defaultLocation: null });
  expect(third.json).toMatchObject({ locale: 'en', defaultLocation: null });
});

test('a change needs the version it changes, and of two at once one wins', async () => {
  const household = await database.newHousehold();
  const patch = { method: 'PATCH', resource, household, body: { locale: 'en' } };
  expect(await call(handler, patch)).toMatchObject({ status: 428 });
  expect(await call(handler, { ...patch, headers: { 'If-Match': '"9.9"' } })).toMatchObject({
    status: 412,
    json: { code: 'version-mismatch' },
  });
  const race = await Promise.all(
    [1, 2, 3].map(() => call(handler, { ...patch, headers: { 'If-Match': '"1.1"' } })),
  );
  expect(race.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
});

test.each([
  ['an unknown zone', { zone: 'Europe/Atlantis' }, '/zone'],
  ['an offset instead of a zone', { zone: '+02:00' }, '/zone'],
  ['a language we do not speak', { locale: 'de' }, '/locale'],
  ['a field that is not a setting', { role: 'owner' }, '/role'],
  [
    'a place beyond the pole',
    { defaultLocation: { name: 'x', latitude: 91, longitude: 0 } },
    '/defaultLocation/latitude',
  ],
])('refuses %s', async (_, body, pointer) => {
  const household = await database.newHousehold();
  const headers = { 'If-Match': '"1.1"' };
  const answer = await call(handler, { method: 'PATCH', resource, household, body, headers });
  expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer }] } });
});

test('says in both languages what its own checks found', async () => {
  const household = await database.newHousehold();
  const patch = (language: string) =>
    call(handler, {
      method: 'PATCH',
      resource,
      household,
      body: { zone: 'Nowhere' },
      headers: { 'If-Match': '"1.1"', 'Accept-Language': language },
    });
  expect((await patch('pl')).json.errors[0].detail).toBe('Nieznana strefa czasowa.');
  expect((await patch('en')).json.errors[0].detail).toBe('Unknown time zone.');
});
