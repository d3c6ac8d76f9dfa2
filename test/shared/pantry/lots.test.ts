import { describe, expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { act, add, asRead, BOOKINGS, names, PANTRY, undo } from '#test/support/pantry.ts';

const database = testDatabase();
const patch = (household: HouseholdContext, lotId: string, body: object) =>
  call(handler, {
    method: 'PATCH',
    resource: `${PANTRY}/{lotId}`,
    params: { lotId },
    household,
    headers: { 'If-Match': '*' },
    body,
  });
const corrected = async (...what: Parameters<typeof patch>) => asRead((await patch(...what)).json);
const liters = (value: string) => ({ value, unit: 'l' });

describe('a lot added by hand', () => {
  test('of a known product gets its place, category and expiry', async () => {
    const household = await database.newHousehold();
    const body = { product: { name: 'Mleko' }, quantity: liters('1') };
    const { json } = await call(handler, { method: 'POST', resource: PANTRY, household, body });
    expect(json).toMatchObject({
      product: { id: 'mleko', name: 'Mleko', category: 'dairy/milk' },
      location: 'fridge',
      expires: { kind: 'use-by', source: 'rule' },
      neverExpires: false,
      needsLook: false,
      package: null,
      receiptItemId: null,
      openedAt: null,
    });
  });

  test('keeps as its product does, longer than others of its category', async () => {
    const household = await database.newHousehold();
    const days = async (name: string) => {
      const { json } = await add(household, {
        product: { name },
        location: 'fridge',
        expires: undefined,
      });
      const [row] = await database.query<{ days: number }>(
        `select expires_on - (now() at time zone 'Europe/Warsaw')::date as days from lots where id = $1`,
        [json.id],
      );
      return row?.days;
    };
    expect(await days('Parmezan')).toBe(60);
    expect(await days('Ser żółty')).toBe(14);
  });

  test('of an unknown one is kept in the fridge and marked, for it may be a cooked dish', async () => {
    const household = await database.newHousehold();
    const body = { product: { name: 'Wihajster' }, quantity: liters('1') };
    const { json } = await call(handler, { method: 'POST', resource: PANTRY, household, body });
    expect(json).toMatchObject({
      product: { id: null, name: 'Wihajster', category: null },
      location: 'fridge',
      expires: { kind: 'use-by', source: 'estimated' },
      needsLook: true,
    });
  });

  test('goes where it is put, with its package', async () => {
    const household = await database.newHousehold();
    const { json } = await add(household, {
      product: { name: 'Mleko' },
      location: 'pantry',
      package: { value: '0.500', unit: 'l' },
    });
    expect(json).toMatchObject({ location: 'pantry', package: { value: '0.5', unit: 'l' } });
  });
});

describe('a correction', () => {
  test('of each part changes that part only', async () => {
    const household = await database.newHousehold();
    const lot = asRead((await add(household)).json);
    const quantity = await corrected(household, lot.id, { quantity: { value: '2', unit: 'szt' } });
    expect(quantity).toEqual({ ...lot, quantity: { value: '2', unit: 'szt' } });
    const expires = await corrected(household, lot.id, {
      expires: { date: '2028-01-01', kind: 'use-by' },
    });
    expect(expires).toEqual({
      ...quantity,
      expires: { date: '2028-01-01', kind: 'use-by', source: 'printed' },
    });
    const pack = await corrected(household, lot.id, { package: { value: '500', unit: 'g' } });
    expect(pack).toEqual({ ...expires, package: { value: '500', unit: 'g' } });
    const name = await corrected(household, lot.id, { product: { name: 'Wihajster' } });
    expect(name).toEqual({
      ...pack,
      product: { id: null, name: 'Wihajster', category: null },
    });
    const { json } = await call(handler, { resource: BOOKINGS, household });
    expect(json.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...Array(5).fill('edit'),
      'add',
    ]);
    expect(json.items.slice(3)).toMatchObject([
      { change: { value: '2', unit: 'szt' } },
      { change: { value: '-1', unit: 'kg' } },
      { change: { value: '1', unit: 'kg' } },
    ]);
    const undone = await undo(household, json.items[0].id);
    expect(undone.json.lot).toEqual(pack);
  });

  test('of the amount is booked as the difference', async () => {
    const household = await database.newHousehold();
    const { json: lot } = await add(household);
    await patch(household, lot.id, { quantity: { value: '0.4', unit: 'kg' } });
    const { json } = await call(handler, { resource: BOOKINGS, household });
    expect(json.items[0]).toMatchObject({ kind: 'edit', change: { value: '-0.6', unit: 'kg' } });
  });
});

describe('lists', () => {
  test('go on page by page, lots by expiry and bookings from the newest', async () => {
    const household = await database.newHousehold();
    for (const name of ['A', 'B', 'C']) {
      await add(household, { product: { name }, expires: { date: '2027-01-01' } });
    }
    const pages = async (resource: string) => {
      const first = await call(handler, { resource, household, query: { limit: '2' } });
      const query = { limit: '2', cursor: first.json.next };
      const second = await call(handler, { resource, household, query });
      expect(first.json.items).toHaveLength(2);
      expect(second.json).toMatchObject({ next: null });
      return [...first.json.items, ...second.json.items];
    };
    const lots = await pages(PANTRY);
    expect(lots.map(({ product }) => product.name)).toEqual(['A', 'B', 'C']);
    const bookings = await pages(BOOKINGS);
    expect(bookings.map(({ product }) => product)).toEqual(['C', 'B', 'A']);
  });

  test('a search by another language finds the product, not what it only resembles', async () => {
    const household = await database.newHousehold();
    await add(household, { product: { name: 'Mleko' } });
    await add(household, { product: { name: 'Wihajster' } });
    const gone = await add(household, { product: { name: 'Mleko 2%' } });
    await act(household, gone.json.id, 'consume');
    expect(await names(household, { q: 'milk' })).toEqual(['Mleko']);
    expect(await names(household, { q: 'wihajstra' })).toEqual(['Wihajster']);
    expect(await names(household, { q: 'nic' })).toEqual([]);
  });
});
