import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { handler } from '#functions/api/shopping-lists/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const LISTS = '/api/v2/shopping-lists';
const LIST = `${LISTS}/{listId}`;

beforeAll(() => {
  // Without its secret Redis is away.
  vi.stubEnv(ENV.redisSecret, 'no-such-secret');
});

interface Item {
  readonly id: string;
  readonly name: string;
}

async function written(household: HouseholdContext, items: readonly object[], title?: string) {
  const body = { items, ...(title !== undefined && { title }) };
  const answer = await call(handler, { method: 'POST', resource: LISTS, household, body });
  expect(answer.status, answer.text).toBe(201);
  return answer;
}

function tick(household: HouseholdContext, listId: string, itemId: string) {
  const request = { method: 'POST', resource: `${LIST}/ticks`, params: { listId }, household };
  return call(handler, {
    ...request,
    body: { ticks: [{ id: randomUUID(), itemId, ticked: true }] },
  });
}

describe('as text', () => {
  const asText = (household: HouseholdContext, listId: string, headers: Record<string, string>) =>
    call(handler, { resource: LIST, params: { listId }, household, headers });

  test('is a line for each item, by aisle, with what is ticked and the sum', async () => {
    const household = await database.newHousehold();
    const items = [
      { name: 'mąka pszenna', quantity: { value: '1.5', unit: 'kg' } },
      { name: 'świece' },
      { name: 'mleko', quantity: { value: '1', unit: 'l' } },
    ];
    const { json } = await written(household, items);
    const candles = json.items.find(({ name }: Item) => name === 'świece');
    await tick(household, json.id, candles.id);
    const polish = await asText(household, json.id, { accept: 'text/plain' });
    expect(polish.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(polish.text.split('\n').filter((line) => line.startsWith('['))).toEqual([
      expect.stringMatching(/^\[ \] mleko 1 × 1 l$/),
      expect.stringMatching(/^\[ \] mąka pszenna 2 × 1 kg$/),
      '[x] świece',
    ]);
    expect(polish.text).toMatch(/\nRazem około \d+,\d\d zł\n$/);
    const headers = { accept: 'text/plain', 'accept-language': 'en' };
    const english = await asText(household, json.id, headers);
    expect(english.text).toMatch(/\nAbout \d+\.\d\d PLN altogether\n$/);
  });

  test('is JSON to who accepts that too', async () => {
    const household = await database.newHousehold();
    const { json } = await written(household, [{ name: 'chleb' }]);
    const accept = 'application/json, text/plain, */*';
    expect((await asText(household, json.id, { accept })).json).toMatchObject({ id: json.id });
  });
});

describe('as to-dos of a calendar', () => {
  const headers = { accept: 'text/calendar' };
  const toDos = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getFirstPropertyValue('name')).toBe('Na sobotę');
    return calendar.getAllSubcomponents('vtodo').map((one) => {
      const value = (name: string) => String(one.getFirstPropertyValue(name));
      const [uid, summary, status, aisle] = ['uid', 'summary', 'status', 'categories'].map(value);
      return { uid, summary, status, aisle };
    });
  };

  test('is one for each item, done where it is ticked, the same one at each reading', async () => {
    const household = await database.newHousehold();
    const items = [
      { name: 'mąka pszenna', quantity: { value: '2', unit: 'kg' } },
      { name: 'świece' },
    ];
    const { json } = await written(household, items, 'Na sobotę');
    const read = { resource: LIST, params: { listId: json.id }, household, headers };
    const first = await call(handler, read);
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const [flour, candles] = json.items;
    expect(toDos(first.text)).toEqual([
      {
        uid: flour.id,
        summary: 'mąka pszenna 2 × 1 kg',
        status: 'NEEDS-ACTION',
        aisle: flour.aisle.name,
      },
      { uid: candles.id, summary: 'świece', status: 'NEEDS-ACTION', aisle: candles.aisle.name },
    ]);
    await tick(household, json.id, candles.id);
    const second = await call(handler, read);
    expect(toDos(second.text)[1]).toMatchObject({ uid: candles.id, status: 'COMPLETED' });
  });
});
