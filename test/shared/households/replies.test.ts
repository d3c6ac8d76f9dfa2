import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { handler } from '#functions/api/household/handler.ts';
import { noBody } from '#shared/entry/content.ts';
import { householdRoutes as routes } from '#shared/households/household-routes.ts';
import { ALLERGENS } from '#shared/households/person.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const PEOPLE = routes.listPeople.path;
const PERSON = routes.readPerson.path;
const KEYS = routes.listDeviceKeys.path;

test('every reply is what the API document says, no field more and none less', async () => {
  const household = await database.newHousehold();
  const allergies = [
    ...ALLERGENS.map((code) => ({ code, severity: 'allergy' })),
    { code: 'milk', severity: 'intolerance' },
    { term: 'kiwi', severity: 'dislike' },
  ];
  const body = { name: 'Ola', diet: 'halal', allergies, dislikes: ['koper'] };
  const added = await call(handler, { method: 'POST', resource: PEOPLE, household, body });
  expect(z.parse(routes.addPerson.replies[201], added.json)).toEqual({
    id: added.json.id,
    ...body,
    warnings: [],
  });
  const params = { personId: added.json.id };
  const read = await call(handler, { resource: PERSON, params, household });
  expect(z.parse(routes.readPerson.replies[200], read.json)).toEqual(added.json);
  const headers = { 'If-Match': '*' };
  const change = { method: 'PATCH', resource: PERSON, params, household, headers };
  const changed = await call(handler, { ...change, body: { diet: null } });
  expect(z.parse(routes.changePerson.replies[200], changed.json)).toEqual({
    ...added.json,
    diet: null,
  });
  const people = await call(handler, { resource: PEOPLE, household });
  expect(z.parse(routes.listPeople.replies[200], people.json)).toEqual({
    items: [changed.json],
    next: null,
  });
});

test('a made key and the list of keys are what the API document says', async () => {
  const household = await database.newHousehold();
  const make = { method: 'POST', resource: KEYS, household, body: { name: 'tablet' } };
  const made = await call(handler, make);
  expect(z.parse(routes.addDeviceKey.replies[201], made.json)).toEqual(made.json);
  const { key, ...shown } = made.json;
  expect(key).toMatch(/^fsk_/);
  const keys = await call(handler, { resource: KEYS, household });
  expect(z.parse(routes.listDeviceKeys.replies[200], keys.json)).toEqual({
    items: [shown],
    next: null,
  });
});

test('what is removed is answered without a body, by both routes', () => {
  expect(routes.removePerson.replies).toEqual({ 204: noBody });
  expect(routes.removeDeviceKey.replies).toEqual({ 204: noBody });
});

test('the routes belong to the endpoint that answers them', () => {
  const endpoints = Object.values(routes).map(({ endpoint }) => endpoint);
  expect(new Set(endpoints)).toEqual(new Set(['household']));
});
