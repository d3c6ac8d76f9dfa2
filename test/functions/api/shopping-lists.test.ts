import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { handler as plans } from '#functions/api/meal-plans/handler.ts';
import { handler } from '#functions/api/shopping-lists/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { names } from '#test/support/pantry.ts';
import { receiptLine } from './recipes/diners.ts';
import { added, inDays, stock } from './recipes/household.ts';

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
  readonly ticked: boolean;
}

async function written(household: HouseholdContext, items: readonly object[]) {
  const answer = await call(handler, {
    method: 'POST',
    resource: LISTS,
    household,
    body: { items },
  });
  expect(answer.status, answer.text).toBe(201);
  return answer;
}

function send(household: HouseholdContext, listId: string, ticks: readonly object[]) {
  const resource = `${LIST}/ticks`;
  return call(handler, {
    method: 'POST',
    resource,
    params: { listId },
    household,
    body: { ticks },
  });
}

function tick(itemId: string, more: object = {}) {
  return { id: randomUUID(), itemId, ticked: true, ...more };
}

/** A plan of one dinner of the household’s own recipe, and its list. */
async function listOfDinner(household: HouseholdContext, ingredients: readonly string[]) {
  const recipe = { title: 'Placki', servings: 1, ingredients, meals: ['dinner'] };
  const { json: own } = await added(household, recipe);
  const slots = [{ date: inDays(1), meal: 'dinner', recipeId: own.id, servings: 1 }];
  const body = { from: inDays(1), days: 1, meals: ['dinner'], slots };
  const plan = await call(plans, {
    method: 'POST',
    resource: '/api/v2/meal-plans',
    household,
    body,
  });
  expect(plan.json.status, plan.text).toBe('done');
  return await call(handler, {
    method: 'POST',
    resource: `${LISTS}/from-plan/{planId}`,
    params: { planId: plan.json.id },
    household,
    body: {},
  });
}

describe('the list of a plan', () => {
  test('asks for what the pantry has not, in whole packs, with a price, where it stands in a shop', async () => {
    const household = await database.newHousehold();
    await stock(household, 'Mąka pszenna', '500', 'g');
    const { status, json } = await listOfDinner(household, ['750 g mąki pszennej', '500 ml mleka']);
    expect(status).toBe(201);
    const [milk, flour] = json.items;
    expect(flour).toMatchObject({
      productId: 'maka-pszenna',
      needed: { value: '250', unit: 'g' },
      packs: { count: 1 },
      priceSource: 'typical',
      aisle: { key: 'dry', name: 'produkty suche' },
      recipes: ['Placki'],
    });
    expect(milk).toMatchObject({ aisle: { key: 'dairy' } });
    expect(json.open).toBe(2);
  });

  test('has nothing of what the pantry has enough of', async () => {
    const household = await database.newHousehold();
    await stock(household, 'Mąka pszenna', '1', 'kg');
    const { json } = await listOfDinner(household, ['750 g mąki pszennej']);
    expect(json.items).toEqual([]);
  });

  test('buys by the pack and the price of the last receipt', async () => {
    const household = await database.newHousehold();
    const itemId = await receiptLine(database, household.householdId, 'MAKA 400G');
    await database.query(
      `update receipt_items set product_key = 'maka-pszenna', quantity = 2, net_minor = 500,
         package_value = 400, package_unit = 'g' where id = $1`,
      [itemId],
    );
    const { json } = await listOfDinner(household, ['750 g mąki pszennej']);
    expect(json.items[0]).toMatchObject({
      packs: { count: 2, size: { value: '400', unit: 'g' } },
      price: { amount: '5.00', currency: 'PLN' },
      priceSource: 'receipts',
    });
  });

  test('is 404 for a plan that is not there', async () => {
    const household = await database.newHousehold();
    const resource = `${LISTS}/from-plan/{planId}`;
    const params = { planId: randomUUID() };
    const answer = await call(handler, { method: 'POST', resource, params, household, body: {} });
    expect(answer.status).toBe(404);
  });
});

describe('a list by hand', () => {
  test('joins what is the same, with units converted, and keeps apart what cannot be compared', async () => {
    const household = await database.newHousehold();
    const { json } = await written(household, [
      { name: 'mąka pszenna', quantity: { value: '500', unit: 'g' } },
      { name: 'Mąka pszenna', quantity: { value: '1', unit: 'kg' } },
      { name: 'świece' },
      { name: 'Świece' },
    ]);
    expect(json.items.map(({ name }: Item) => name).sort()).toEqual(['mąka pszenna', 'świece']);
    const flour = json.items.find(({ name }: Item) => name === 'mąka pszenna');
    expect(flour.needed).toEqual({ value: '1500', unit: 'g' });
  });

  test('is changed by whoever read the current version', async () => {
    const household = await database.newHousehold();
    const { json, headers } = await written(household, [{ name: 'chleb' }]);
    const patch = (etag: string) =>
      call(handler, {
        method: 'PATCH',
        resource: LIST,
        params: { listId: json.id },
        household,
        headers: { 'if-match': etag },
        body: { add: [{ name: 'masło' }], remove: [json.items[0].id] },
      });
    const changed = await patch(headers.etag ?? '');
    expect(changed.json.items.map(({ name }: Item) => name)).toEqual(['masło']);
    expect((await patch(headers.etag ?? '')).status).toBe(412);
  });

  test('is nobody else’s', async () => {
    const household = await database.newHousehold();
    const { json } = await written(household, [{ name: 'chleb' }]);
    const other = await database.newHousehold();
    const params = { listId: json.id };
    expect((await call(handler, { resource: LIST, params, household: other })).status).toBe(404);
  });
});

describe('ticking', () => {
  test('counts each tick once, however often a phone sends it', async () => {
    const household = await database.newHousehold();
    const { json } = await written(household, [{ name: 'chleb' }, { name: 'masło' }]);
    const [first, second] = json.items;
    const on = tick(first.id);
    const off = { ...tick(first.id), ticked: false };
    await send(household, json.id, [on, tick(second.id)]);
    await send(household, json.id, [off]);
    // The phone did not hear the answer and sends the first again: it must not tick what was unticked.
    const again = await send(household, json.id, [on]);
    expect(again.json.items.map(({ ticked }: Item) => ticked)).toEqual([false, true]);
    expect(again.json.open).toBe(1);
  });

  test('puts what was bought into the pantry, once', async () => {
    const household = await database.newHousehold();
    const { json } = await written(household, [
      { name: 'mąka pszenna', quantity: { value: '1', unit: 'kg' } },
    ]);
    const [{ id }] = json.items;
    const bought = { stock: { quantity: { value: '2', unit: 'kg' } } };
    const { json: ticked } = await send(household, json.id, [tick(id, bought), tick(id, bought)]);
    expect(ticked.items[0]).toMatchObject({ ticked: true, bookingId: expect.any(String) });
    expect(await names(household)).toEqual(['mąka pszenna']);
  });

  test('of two people at once loses none', async () => {
    const household = await database.newHousehold();
    const { json } = await written(household, [{ name: 'chleb' }, { name: 'masło' }]);
    await Promise.all(json.items.map(({ id }: Item) => send(household, json.id, [tick(id)])));
    const params = { listId: json.id };
    const { json: after } = await call(handler, { resource: LIST, params, household });
    expect(after.open).toBe(0);
  });

  test('says what it cannot do, and then does nothing of the batch', async () => {
    const household = await database.newHousehold();
    const { json } = await written(household, [{ name: 'świece' }, { name: 'masło' }]);
    const candles = json.items.find(({ name }: Item) => name === 'świece');
    const unknown = await send(household, json.id, [tick(candles.id), tick(randomUUID())]);
    expect(unknown).toMatchObject({ status: 404, json: { code: 'unknown-item' } });
    const amount = await send(household, json.id, [tick(candles.id, { stock: {} })]);
    expect(amount).toMatchObject({ status: 422, json: { code: 'amount-unknown' } });
    const params = { listId: json.id };
    expect((await call(handler, { resource: LIST, params, household })).json.open).toBe(2);
  });
});
