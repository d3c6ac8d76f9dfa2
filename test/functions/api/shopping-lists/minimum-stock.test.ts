import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import { handler, handler as lists } from '#functions/api/shopping-lists/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { inDays, stock } from '../recipes/household.ts';

const database = testDatabase();
const MINIMUMS = '/api/v2/minimum-stock';
const LISTS = '/api/v2/shopping-lists';
const LIST = `${LISTS}/{listId}`;

beforeAll(() => {
  // Without its secret Redis is away.
  vi.stubEnv(ENV.redisSecret, 'no-such-secret');
});

async function keep(household: HouseholdContext, name: string, value: string, unit: string) {
  const body = { name, quantity: { value, unit } };
  const answer = await call(handler, { method: 'POST', resource: MINIMUMS, household, body });
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
}

async function list(household: HouseholdContext, items: readonly object[]) {
  const body = { items };
  const answer = await call(lists, { method: 'POST', resource: LISTS, household, body });
  expect(answer.status, answer.text).toBe(201);
  return answer.json;
}

function read(household: HouseholdContext, listId: string) {
  return call(lists, { resource: LIST, params: { listId }, household });
}

/** What a list asks for, by name. */
async function asked(household: HouseholdContext, listId: string) {
  const { json } = await read(household, listId);
  return json.items.map(({ name, needed }: { name: string; needed: { value: string } | null }) => [
    name,
    needed?.value ?? null,
  ]);
}

describe('minimum stock', () => {
  test('is compared with the pantry in other units, and said again takes the place of what was said', async () => {
    const household = await database.newHousehold();
    await stock(household, 'Mąka pszenna', '700', 'g');
    const [flour] = await keep(household, 'mąka pszenna', '2', 'kg');
    expect(flour).toMatchObject({
      productId: 'maka-pszenna',
      inStock: { value: '0.7', unit: 'kg' },
      missing: { value: '1.3', unit: 'kg' },
    });
    const again = await keep(household, 'Mąka pszenna', '500', 'g');
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ id: flour.id, missing: null });
  });

  test('does not count what is past its use-by date', async () => {
    const household = await database.newHousehold();
    const { id } = await stock(household, 'Mleko', '1', 'l', inDays(2), 'use-by');
    expect((await keep(household, 'mleko', '1', 'l'))[0]).toMatchObject({ missing: null });
    await database.query('update lots set expires_on = current_date - 2 where id = $1', [id]);
    const { json } = await call(handler, { resource: MINIMUMS, household });
    expect(json.items[0]).toMatchObject({ missing: { value: '1', unit: 'l' } });
  });

  test('is nobody else’s, and gone when it is removed', async () => {
    const [household, other] = [await database.newHousehold(), await database.newHousehold()];
    const [candles] = await keep(household, 'świece', '4', 'szt');
    const { id } = await list(household, [{ name: 'chleb' }]);
    expect(await asked(household, id)).toContainEqual(['świece', '4']);
    const resource = `${MINIMUMS}/{minimumId}`;
    const remove = (who: HouseholdContext) =>
      call(handler, {
        method: 'DELETE',
        resource,
        params: { minimumId: candles.id },
        household: who,
      });
    expect((await remove(other)).status).toBe(404);
    expect((await remove(household)).status).toBe(204);
    expect(await asked(household, id)).toEqual([['chleb', null]]);
  });
});

describe('on the newest list', () => {
  test('is what is missing: added once, less when some is there, gone when there is enough', async () => {
    const household = await database.newHousehold();
    const { id } = await list(household, [{ name: 'chleb' }]);
    await keep(household, 'mąka pszenna', '2', 'kg');
    expect(await asked(household, id)).toContainEqual(['mąka pszenna', '2000']);
    const before = (await read(household, id)).headers.etag;
    expect(await asked(household, id)).toHaveLength(2);
    expect((await read(household, id)).headers.etag).toBe(before);
    await stock(household, 'Mąka pszenna', '500', 'g');
    expect(await asked(household, id)).toContainEqual(['mąka pszenna', '1500']);
    const lot = await stock(household, 'Mąka pszenna', '1.5', 'kg');
    expect(await asked(household, id)).toEqual([['chleb', null]]);
    const resource = '/api/v2/pantry/{lotId}/consume';
    await call(pantry, {
      method: 'POST',
      resource,
      params: { lotId: lot.id },
      household,
      body: {},
    });
    expect(await asked(household, id)).toContainEqual(['mąka pszenna', '1500']);
  });

  test('is not asked for where the list brings enough, and is where it brings too little', async () => {
    const household = await database.newHousehold();
    const { id } = await list(household, [
      { name: 'mąka pszenna', quantity: { value: '1', unit: 'kg' } },
      { name: 'mleko' },
    ]);
    await keep(household, 'mleko', '2', 'l');
    await keep(household, 'mąka pszenna', '1', 'kg');
    expect(await asked(household, id)).toHaveLength(2);
    await keep(household, 'mąka pszenna', '3', 'kg');
    expect(await asked(household, id)).toContainEqual(['mąka pszenna', '2000']);
  });

  test('moves to the list that is made next', async () => {
    const household = await database.newHousehold();
    await keep(household, 'mleko', '2', 'l');
    const first = await list(household, [{ name: 'chleb' }]);
    expect(first.items).toHaveLength(2);
    const second = await list(household, [{ name: 'masło' }]);
    expect(second.items).toHaveLength(2);
    expect(await asked(household, first.id)).toEqual([['chleb', null]]);
  });

  test('stays away from a list that it was taken off', async () => {
    const household = await database.newHousehold();
    await keep(household, 'mleko', '2', 'l');
    const { id } = await list(household, [{ name: 'chleb' }]);
    const { json, headers } = await read(household, id);
    const milk = json.items.find(({ name }: { name: string }) => name === 'mleko');
    await call(lists, {
      method: 'PATCH',
      resource: LIST,
      params: { listId: id },
      household,
      headers: { 'if-match': headers.etag ?? '' },
      body: { remove: [milk.id] },
    });
    expect(await asked(household, id)).toEqual([['chleb', null]]);
  });

  test('is bought like anything else, and asked for anew when it is used up', async () => {
    const household = await database.newHousehold();
    await keep(household, 'mleko', '1', 'l');
    const { id, items } = await list(household, [{ name: 'chleb' }]);
    const milk = items.find(({ name }: { name: string }) => name === 'mleko');
    const ticks = [{ id: randomUUID(), itemId: milk.id, ticked: true, stock: {} }];
    const request = {
      method: 'POST',
      resource: `${LIST}/ticks`,
      params: { listId: id },
      household,
    };
    expect((await call(lists, { ...request, body: { ticks } })).status).toBe(200);
    expect(await asked(household, id)).toHaveLength(2);
    await database.query('update lots set quantity = 0 where household_id = $1', [
      household.householdId,
    ]);
    expect(await asked(household, id)).toHaveLength(3);
  });
});
