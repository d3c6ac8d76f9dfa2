import { beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/api/insights/handler.ts';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type Line, stockedReceipt } from '#test/support/stocked-receipt.ts';

const database = testDatabase();
const INSIGHTS = '/api/v2/insights';

let who: HouseholdContext;
beforeEach(async () => {
  who = await database.newHousehold();
});

const MILK: Line = {
  name: 'mleko',
  key: 'mleko',
  category: 'dairy/milk',
  quantity: '2',
  unit: 'szt',
  net: 698,
  pack: ['1', 'l'],
};
const HAM: Line = {
  name: 'szynka',
  key: 'szynka',
  category: 'meat/cold-cuts',
  quantity: '0.5',
  unit: 'kg',
  net: 2000,
};
const SOAP: Line = {
  name: 'mydło',
  key: null,
  category: null,
  quantity: '1',
  unit: 'szt',
  net: 500,
  kind: 'non-food',
};

const receipt = (day: string, chain: string, lines: readonly Line[], status?: string) =>
  stockedReceipt(database, who, day, chain, lines, status);
const ask = (what: string, query: Record<string, string>) =>
  call(handler, { resource: `${INSIGHTS}/${what}`, household: who, query });
const pln = (amount: string) => ({ amount, currency: 'PLN' });

async function throwAway(name: string, quantity: object, reason?: string) {
  const { json } = await call(pantry, {
    resource: '/api/v2/pantry',
    household: who,
    query: { q: name },
  });
  const thrown = await call(pantry, {
    method: 'POST',
    resource: '/api/v2/pantry/{lotId}/waste',
    params: { lotId: json.items[0].id },
    household: who,
    body: { quantity, ...(reason && { reason }) },
  });
  expect(thrown.status, thrown.text).toBe(200);
  return thrown.json;
}

test('spending adds up by category, merchant, product and month, for the asked days alone', async () => {
  await receipt('2026-09-30', 'lidl', [MILK]);
  await receipt('2026-10-01', 'lidl', [MILK, HAM, SOAP]);
  await receipt('2026-11-02', 'biedronka', [MILK]);
  await receipt('2026-11-03', 'biedronka', [HAM], 'needs-review');
  const days = { from: '2026-10-01', to: '2026-11-30' };
  const category = await ask('spending', { ...days, by: 'category' });
  expect(category.json).toEqual({
    ...days,
    by: 'category',
    items: [
      { key: 'meat/cold-cuts', name: 'wędliny', total: pln('20.00'), receipts: 1, lines: 1 },
      { key: 'dairy/milk', name: 'mleko', total: pln('13.96'), receipts: 2, lines: 2 },
      { key: null, name: null, total: pln('5.00'), receipts: 1, lines: 1 },
    ],
    totals: [pln('38.96')],
    unconfirmed: 1,
  });
  const merchant = await ask('spending', { ...days, by: 'merchant' });
  expect(merchant.json.items).toMatchObject([
    { key: 'lidl', name: 'lidl', total: pln('31.98'), lines: 3 },
    { key: 'biedronka', total: pln('6.98') },
  ]);
  const month = await ask('spending', { ...days, by: 'month' });
  expect(month.json.items.map((item: { key: string }) => item.key)).toEqual(['2026-10', '2026-11']);
  const product = await ask('spending', { ...days, by: 'product' });
  expect(product.json.items[0]).toMatchObject({ key: 'szynka', total: pln('20.00') });
});

test('waste is worth its share of what was paid, a part of a split lot too, and nothing when undone', async () => {
  await receipt('2026-11-01', 'lidl', [MILK, HAM]);
  await throwAway('mleko', { value: '500', unit: 'ml' }, 'Skwaśniało');
  const { json } = await call(pantry, {
    resource: '/api/v2/pantry',
    household: who,
    query: { q: 'szynka' },
  });
  const frozen = await call(pantry, {
    method: 'POST',
    resource: '/api/v2/pantry/{lotId}/freeze',
    params: { lotId: json.items[0].id },
    household: who,
    body: { quantity: { value: '200', unit: 'g' } },
  });
  await call(pantry, {
    method: 'POST',
    resource: '/api/v2/pantry/{lotId}/waste',
    params: { lotId: frozen.json.lot.id },
    household: who,
    body: { quantity: { value: '100', unit: 'g' } },
  });
  const report = await ask('waste', { by: 'product' });
  expect(report.json.items).toEqual([
    {
      key: 'szynka',
      name: 'szynka',
      amounts: [{ value: '100', unit: 'g' }],
      value: [pln('4.00')],
      times: 1,
      unpriced: 0,
    },
    {
      key: 'mleko',
      name: 'mleko',
      amounts: [{ value: '500', unit: 'ml' }],
      value: [pln('1.75')],
      times: 1,
      unpriced: 0,
    },
  ]);
  expect(report.json.totals).toEqual([pln('5.75')]);
  const reasons = await ask('waste', { by: 'reason' });
  expect(reasons.json.items.map((item: { name: string }) => item.name)).toEqual([
    null,
    'Skwaśniało',
  ]);
});

test('what must go first says what is at stake, from the receipt that brought it', async () => {
  await receipt('2020-01-01', 'lidl', [MILK, HAM]);
  // Long past its use-by date: it is thrown away, not eaten.
  await throwAway('mleko', { value: '500', unit: 'ml' });
  const { json } = await call(pantry, { resource: '/api/v2/pantry/first', household: who });
  const values = json.items.map((item: { lot: { product: { id: string } }; value: object }) => [
    item.lot.product.id,
    item.value,
  ]);
  expect(Object.fromEntries(values)).toEqual({ szynka: pln('20.00'), mleko: pln('5.24') });
});

test('what is put back was not wasted, and what came without a receipt has no value', async () => {
  await receipt('2026-11-01', 'lidl', [MILK]);
  const { bookingId } = await throwAway('mleko', { value: '1', unit: 'l' });
  await call(pantry, {
    method: 'POST',
    resource: '/api/v2/pantry/bookings/{bookingId}/undo',
    params: { bookingId },
    household: who,
  });
  await call(pantry, {
    method: 'POST',
    resource: '/api/v2/pantry',
    household: who,
    body: { product: { name: 'Bigos babci' }, quantity: { value: '2', unit: 'szt' } },
  });
  await throwAway('bigos', { value: '1', unit: 'szt' });
  const { json } = await ask('waste', { by: 'product' });
  expect(json.items).toMatchObject([{ name: 'Bigos babci', value: [], times: 1, unpriced: 1 }]);
});

test('a day is a day of the household’s zone', async () => {
  await receipt('2026-11-01', 'lidl', [MILK]);
  await throwAway('mleko', { value: '1', unit: 'l' });
  // Half past midnight on the second in Warsaw is still the first in UTC.
  await database.query(
    `update bookings set created_at = '2026-11-01T23:30:00Z' where household_id = $1 and kind = 'waste'`,
    [who.householdId],
  );
  const first = await ask('waste', { from: '2026-11-01', to: '2026-11-01' });
  const second = await ask('waste', { from: '2026-11-02', to: '2026-11-02' });
  expect([first.json.items.length, second.json.items.length]).toEqual([0, 1]);
});

test('prices are per litre or kilogram whatever was printed, newest first, page by page', async () => {
  await receipt('2026-09-01', 'lidl', [{ ...MILK, quantity: '1', net: 300 }]);
  await receipt('2026-10-01', 'biedronka', [
    { ...MILK, quantity: '2', pack: ['500', 'ml'], net: 500 },
  ]);
  await receipt('2026-11-01', 'lidl', [{ ...MILK, net: 698 }]);
  const { json } = await ask('prices', {
    product: 'mleko',
    from: '2026-01-01',
    to: '2026-12-31',
    limit: '2',
  });
  expect(json.items).toMatchObject([
    { day: '2026-11-01', merchant: 'lidl', price: pln('3.49'), per: 'l', paid: pln('6.98') },
    { day: '2026-10-01', price: pln('5.00'), per: 'l' },
  ]);
  expect(json.summary).toEqual([
    {
      per: 'l',
      times: 3,
      lowest: pln('3.00'),
      median: pln('3.49'),
      highest: pln('5.00'),
      latest: pln('3.49'),
    },
  ]);
  const next = await ask('prices', {
    product: 'mleko',
    from: '2026-01-01',
    to: '2026-12-31',
    cursor: json.next,
  });
  expect(next.json).toMatchObject({ items: [{ day: '2026-09-01' }], next: null });
});

test.each([
  ['spending', { from: '2026-02-01', to: '2026-01-01' }, 422, 'invalid-period'],
  ['spending', { by: 'moon' }, 400, 'invalid-query'],
  ['waste', { from: 'yesterday' }, 400, 'invalid-query'],
  ['prices', {}, 400, 'product-missing'],
])('%s of %j is refused', async (what, query, status, code) => {
  expect(await ask(what, query)).toMatchObject({ status, json: { code } });
});

test('another household’s money is nobody else’s business', async () => {
  await receipt('2026-11-01', 'lidl', [MILK]);
  await throwAway('mleko', { value: '1', unit: 'l' });
  who = await database.newHousehold();
  expect((await ask('spending', {})).json).toMatchObject({ items: [], totals: [], unconfirmed: 0 });
  expect((await ask('waste', {})).json).toMatchObject({ items: [], totals: [] });
  expect((await ask('prices', { product: 'mleko' })).json).toMatchObject({
    items: [],
    summary: [],
  });
});
