import { describe, expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { act, add, BOOKINGS, PANTRY, undo } from '#test/support/pantry.ts';

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

describe('acts on a lot', () => {
  test('all of it is taken without a quantity, with the reason', async () => {
    const household = await database.newHousehold();
    const { json: lot } = await add(household);
    const wasted = await act(household, lot.id, 'waste', { reason: 'spleśniało' });
    expect(wasted.json).toMatchObject({ groupId: null, lot: { quantity: { value: '0' } } });
    const { json } = await call(handler, { resource: BOOKINGS, household });
    expect(json.items).toMatchObject([
      {
        kind: 'waste',
        reason: 'spleśniało',
        product: 'Mąka pszenna',
        change: { value: '-1', unit: 'kg' },
        undone: false,
        groupId: null,
      },
      { kind: 'add', reason: null, undone: false },
    ]);
    await undo(household, wasted.json.bookingId);
    const after = await call(handler, { resource: BOOKINGS, household });
    expect(after.json.items).toMatchObject([{ kind: 'undo' }, { undone: true }, { undone: false }]);
  });

  test('exactly what is there may be taken, a gram more may not', async () => {
    const household = await database.newHousehold();
    const { json: lot } = await add(household);
    const grams = (value: string) => ({ quantity: { value, unit: 'g' } });
    expect(await act(household, lot.id, 'consume', grams('1001'))).toMatchObject({ status: 409 });
    expect(await act(household, lot.id, 'freeze', grams('1001'))).toMatchObject({
      status: 409,
      json: { code: 'not-enough' },
    });
    const all = await act(household, lot.id, 'consume', grams('1000'));
    expect(all.json.lot.quantity.value).toBe('0');
    for (const action of ['open', 'freeze']) {
      expect(await act(household, lot.id, action)).toMatchObject({
        status: 409,
        json: { code: 'not-enough' },
      });
    }
  });

  test('all of it by quantity is moved as it is, not split', async () => {
    const household = await database.newHousehold();
    const { json: lot } = await add(household);
    const quantity = { value: '1000', unit: 'g' };
    const frozen = await act(household, lot.id, 'freeze', { quantity });
    expect(frozen.json).toMatchObject({ rest: null, groupId: null, lot: { id: lot.id } });
  });

  test('opening marks when, and a second time changes nothing of that', async () => {
    const household = await database.newHousehold();
    const { json: lot } = await add(household, { product: { name: 'Mleko' }, location: 'fridge' });
    const opened = await act(household, lot.id, 'open');
    expect(opened.json.lot.openedAt).toMatch(/^20\d\d-/);
    expect(opened.json.lot.expires.date < lot.expires.date).toBe(true);
    const again = await act(household, lot.id, 'open');
    expect(again.json.lot.openedAt).toBe(opened.json.lot.openedAt);
    expect(opened.json.lot.location).toBe('fridge');
  });

  test('each act puts it where it says', async () => {
    const household = await database.newHousehold();
    const { json: lot } = await add(household);
    const place = async (action: string, body: object = {}) =>
      (await act(household, lot.id, action, body)).json.lot.location;
    expect(await place('move', { location: 'fridge' })).toBe('fridge');
    expect(await place('freeze')).toBe('freezer');
    expect(await place('open')).toBe('freezer');
    expect(await place('thaw')).toBe('fridge');
    expect(await place('move', { location: 'pantry' })).toBe('pantry');
  });

  test('what is no lot of the household is not found, by each act and on its own', async () => {
    const household = await database.newHousehold();
    const lotId = '01890000-0000-7000-8000-000000000001';
    const missing = { status: 404, json: { code: 'not-found' } };
    for (const action of ['consume', 'waste', 'open', 'freeze', 'thaw']) {
      expect(await act(household, lotId, action)).toMatchObject(missing);
    }
    expect(await patch(household, lotId, {})).toMatchObject(missing);
    expect(await undo(household, lotId)).toMatchObject(missing);
    const resource = `${PANTRY}/{lotId}`;
    expect(await call(handler, { resource, params: { lotId }, household })).toMatchObject(missing);
  });
});
