import ICAL from 'ical.js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { handler } from '#functions/api/calendar/handler.ts';
import { handler as plans } from '#functions/api/meal-plans/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { added, inDays, stock } from './recipes/household.ts';

const database = testDatabase();
const FEEDS = '/api/v2/calendar/feeds';

beforeAll(() => {
  // Without its secret Redis is away.
  vi.stubEnv(ENV.redisSecret, 'no-such-secret');
});

async function feed(household: HouseholdContext) {
  const answer = await call(handler, { method: 'POST', resource: FEEDS, household });
  expect(answer.status, answer.text).toBe(201);
  return answer.json;
}

/** As a calendar program does: with the address, and as nobody. */
function open(address: string) {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  return call(handler, { resource: pathname, query: Object.fromEntries(searchParams) });
}

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const { uid, summary, startDate, endDate } = new ICAL.Event(event);
    return { uid, summary, start: startDate.toString(), end: endDate.toString() };
  });
}

async function planned(household: HouseholdContext, steps: readonly string[]) {
  const recipe = { title: 'Placki', servings: 1, ingredients: ['750 g mąki'], meals: ['dinner'] };
  const { json: own } = await added(household, { ...recipe, steps });
  const slots = [{ date: inDays(2), meal: 'dinner', recipeId: own.id, servings: 1 }];
  const body = { from: inDays(2), days: 1, meals: ['dinner'], slots };
  const request = { method: 'POST', resource: '/api/v2/meal-plans', household, body };
  const { json } = await call(plans, request);
  expect(json.status).toBe('done');
  return json;
}

describe('the calendar of meals', () => {
  test('has each planned meal and what is to be done before it, by the clock of the household', async () => {
    const household = await database.newHousehold();
    const { slots } = await planned(household, ['Ciasto odstaw na noc.', 'Usmaż.']);
    const { meals } = await feed(household);
    const { status, text, headers } = await open(meals);
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(eventsOf(text)).toEqual([
      {
        uid: slots[0].id,
        summary: 'kolacja: Placki',
        start: `${inDays(2)}T19:00:00`,
        end: `${inDays(2)}T20:00:00`,
      },
      {
        uid: `${slots[0].id}-1`,
        summary: 'odstawić: Placki',
        start: `${inDays(1)}T20:00:00`,
        end: `${inDays(1)}T20:15:00`,
      },
    ]);
    expect(text).toContain('DTSTART;TZID=Europe/Warsaw:');
  });

  test('has one meal at a time: that of the newest plan', async () => {
    const household = await database.newHousehold();
    await planned(household, ['Usmaż.']);
    const { slots } = await planned(household, ['Usmaż.']);
    const { meals } = await feed(household);
    expect(eventsOf((await open(meals)).text).map(({ uid }) => uid)).toEqual([slots[0].id]);
  });
});

describe('the calendar of expiry dates', () => {
  test('has a whole day for each lot', async () => {
    const household = await database.newHousehold();
    const lot = await stock(household, 'Mleko', '1.5', 'l', inDays(3), 'use-by');
    const { expiries } = await feed(household);
    expect(eventsOf((await open(expiries)).text)).toEqual([
      { uid: lot.id, summary: 'Mleko 1,5 l', start: inDays(3), end: inDays(4) },
    ]);
  });
});

describe('a feed', () => {
  test('is shown once, belongs to one household, and is dead when it is revoked', async () => {
    const [household, other] = [await database.newHousehold(), await database.newHousehold()];
    const { id, meals } = await feed(household);
    const { json, text } = await call(handler, { resource: FEEDS, household });
    expect(json.items).toEqual([{ id, createdAt: expect.any(String) }]);
    expect(text).not.toContain('fsc_');
    const request = { method: 'DELETE', resource: `${FEEDS}/{feedId}`, params: { feedId: id } };
    expect((await call(handler, { ...request, household: other })).status).toBe(404);
    expect((await open(meals)).status).toBe(200);
    expect((await call(handler, { ...request, household })).status).toBe(204);
    expect((await open(meals)).json).toMatchObject({ status: 404, code: 'unknown-feed' });
  });

  test('is not opened by what is no token', async () => {
    const resource = '/api/v2/calendar/meals.ics';
    expect((await call(handler, { resource })).status).toBe(400);
    expect((await call(handler, { resource, query: { token: 'fsc_' } })).status).toBe(400);
    const token = `fsc_${'x'.repeat(43)}`;
    expect((await call(handler, { resource, query: { token } })).status).toBe(404);
  });
});
