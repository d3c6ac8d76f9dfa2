import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { handler } from '#functions/api/pantry/handler.ts';
import { pantryRoutes as routes } from '#shared/pantry/pantry-routes.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { act, add, BOOKINGS, PANTRY, undo } from '#test/support/pantry.ts';

const database = testDatabase();
const grams = (value: string) => ({ quantity: { value, unit: 'g' } });

/** The reply as its schema reads it: a field that the schema does not have is gone. */
function documented(name: keyof typeof routes, status: number, json: unknown): unknown {
  const replies: Readonly<Record<number, unknown>> = routes[name].replies;
  const schema = replies[status];
  if (typeof schema !== 'object' || schema === null || !('_zod' in schema)) {
    throw new Error(`${name} documents no ${status}`);
  }
  return z.parse(schema as z.core.$ZodType, json);
}

test('every reply is what the API document says, no field more and none less', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household, { package: { value: '500', unit: 'g' } });
  expect(documented('addLot', 201, lot)).toEqual(lot);
  const params = { lotId: lot.id };
  const one = { resource: routes.readLot.path, params, household };
  const check = async (name: keyof typeof routes, answer: ReturnType<typeof call>) => {
    const { status, json, text } = await answer;
    expect(status, text).toBe(200);
    expect(documented(name, 200, json), name).toEqual(json);
    return json;
  };
  await check('readLot', call(handler, one));
  const headers = { 'If-Match': '*' };
  const body = { expires: { date: '2020-01-01', kind: 'use-by' } };
  await check('changeLot', call(handler, { ...one, method: 'PATCH', headers, body }));
  await check('listLots', call(handler, { resource: PANTRY, household }));
  await check('firstToGo', call(handler, { resource: `${PANTRY}/first`, household }));
  await check('consumeLot', act(household, lot.id, 'consume', grams('10')));
  const wasted = await check('wasteLot', act(household, lot.id, 'waste', grams('10')));
  await check('undoBooking', undo(household, wasted.bookingId));
  await check('openLot', act(household, lot.id, 'open', grams('10')));
  const frozen = await check('freezeLot', act(household, lot.id, 'freeze', grams('10')));
  await check('thawLot', act(household, frozen.lot.id, 'thaw'));
  await check('moveLot', act(household, lot.id, 'move', { location: 'fridge' }));
  const { json: own } = await add(household, { product: { name: 'Wynalazek' } });
  const merging = { from: 'Wynalazek', into: { name: 'Inny' } };
  const merge = { method: 'POST', resource: `${PANTRY}/products/merge`, household, body: merging };
  await check('mergeProducts', call(handler, merge));
  const taking = { product: { name: 'Inny' }, ...grams('10') };
  const take = { method: 'POST', resource: `${PANTRY}/consume`, household, body: taking };
  expect(await check('consumeProduct', call(handler, take))).toMatchObject({
    taken: [{ lot: { id: own.id } }],
  });
  const bookings = await check('listBookings', call(handler, { resource: BOOKINGS, household }));
  const kinds = bookings.items.map(({ kind }: { kind: string }) => kind);
  const all = [
    'add',
    'consume',
    'edit',
    'freeze',
    'move',
    'open',
    'split',
    'thaw',
    'undo',
    'waste',
  ];
  expect([...new Set(kinds)].sort()).toEqual(all);
});

test.each([
  ['expiresBefore', '2027-01-40'],
  ['location', 'cellar'],
  ['q', 'x'.repeat(101)],
  ['receiptId', 'x'],
  ['limit', '0'],
])('the list is not narrowed by %s=%s', async (name, value) => {
  const household = await database.newHousehold();
  const answer = await call(handler, { resource: PANTRY, household, query: { [name]: value } });
  expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: `?${name}` }] } });
});

test.each(['-1', '61', '1.5', 'x'])(
  'what must go first within %s days is no question',
  async (days) => {
    const household = await database.newHousehold();
    const resource = `${PANTRY}/first`;
    const answer = await call(handler, { resource, household, query: { days } });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: '?days' }] } });
  },
);

test('the routes belong to the endpoint that answers them; reading needs no more than read', () => {
  const all = Object.values(routes);
  expect(new Set(all.map(({ endpoint }) => endpoint))).toEqual(new Set(['pantry']));
  for (const { method, scope, path } of all) {
    expect(scope, path).toBe(method === 'GET' ? 'read' : 'write');
  }
});
