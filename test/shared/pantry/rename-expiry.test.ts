import { describe, expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { addDays } from '#shared/expiry/plain-date.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { act, add, asRead, PANTRY, undo } from '#test/support/pantry.ts';
import { change, newReceipt, read } from '#test/support/saved-receipt.ts';
import { stockedReceipt } from '#test/support/stocked-receipt.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();

async function bought(household: HouseholdContext, name: string, more: object = {}) {
  const change = { product: { name }, expires: undefined, location: undefined, ...more };
  return (await add(household, change)).json;
}

async function rename(household: HouseholdContext, lotId: string, name: string, more = {}) {
  const { json, status, text } = await call(handler, {
    method: 'PATCH',
    resource: `${PANTRY}/{lotId}`,
    params: { lotId },
    household,
    headers: { 'If-Match': '*' },
    body: { product: { name }, ...more },
  });
  expect(status, text).toBe(200);
  return json;
}

async function daysFromNow(days: number) {
  const [row] = await database.query<{ today: string }>(
    `select (now() at time zone 'Europe/Warsaw')::date::text as today`,
  );
  return addDays(row?.today ?? '', days);
}

describe('another name of a lot', () => {
  test('brings the new food’s date and place', async () => {
    const household = await database.newHousehold();
    const lot = await bought(household, 'Mąka pszenna');
    expect(lot.location).toBe('pantry');
    const renamed = await rename(household, lot.id, 'filet z kurczaka');
    expect(renamed).toMatchObject({
      location: 'fridge',
      expires: { date: await daysFromNow(1), kind: 'use-by', source: 'rule' },
    });
    const cooked = await rename(household, lot.id, 'gotowany filet z kurczaka');
    expect(cooked.expires).toEqual({ date: await daysFromNow(3), kind: 'use-by', source: 'rule' });
    const frozen = await rename(household, lot.id, 'mrożony filet z kurczaka');
    expect(frozen).toMatchObject({ location: 'freezer', expires: { kind: 'best-before' } });
  });

  test('counts from the day it was bought, and from the day it was opened', async () => {
    const household = await database.newHousehold();
    const lot = await bought(household, 'Mąka pszenna');
    await database.query(`update lots set added_at = added_at - interval '2 days' where id = $1`, [
      lot.id,
    ]);
    const renamed = await rename(household, lot.id, 'gotowana kasza gryczana');
    expect(renamed.expires.date).toBe(await daysFromNow(1));
    const milk = await bought(household, 'mleko UHT');
    await act(household, milk.id, 'open');
    const cream = await rename(household, milk.id, 'śmietanka UHT');
    expect(cream.expires).toMatchObject({ date: await daysFromNow(3), kind: 'use-by' });
  });

  test('leaves a printed date, and a place that somebody chose', async () => {
    const household = await database.newHousehold();
    const printed = await bought(household, 'Mąka pszenna', { expires: { date: '2031-01-01' } });
    expect((await rename(household, printed.id, 'filet z kurczaka')).expires).toEqual({
      date: '2031-01-01',
      kind: 'best-before',
      source: 'printed',
    });
    const moved = await bought(household, 'Mąka pszenna', { location: 'fridge' });
    expect((await rename(household, moved.id, 'Makaron')).location).toBe('fridge');
    const both = await bought(household, 'Mąka pszenna');
    const given = await rename(household, both.id, 'kurczak', { expires: { date: '2030-02-02' } });
    expect(given.expires).toMatchObject({ date: '2030-02-02', source: 'printed' });
  });

  test('may say that it never expires, and that it does after all', async () => {
    const household = await database.newHousehold();
    const lot = await bought(household, 'Cukier');
    expect(lot).toMatchObject({ expires: null, neverExpires: true, needsLook: false });
    expect((await act(household, lot.id, 'open')).json.lot).toMatchObject({ neverExpires: true });
    expect((await act(household, lot.id, 'freeze')).json.lot).toMatchObject({ neverExpires: true });
    const salad = await bought(household, 'Sól');
    expect(await rename(household, salad.id, 'Sałatka')).toMatchObject({
      neverExpires: false,
      expires: { kind: 'use-by' },
    });
  });

  test('teaches nothing and can be undone', async () => {
    const household = await database.newHousehold();
    const lot = await bought(household, 'Mąka pszenna');
    await rename(household, lot.id, 'filet z kurczaka');
    const seen = await database.query('select 1 from expiry_observations where household_id = $1', [
      household.householdId,
    ]);
    expect(seen).toEqual([]);
    const { json } = await call(handler, { resource: `${PANTRY}/bookings`, household });
    expect((await undo(household, json.items[0].id)).json.lot).toEqual(asRead(lot));
  });

  test('says that it is open, and every later act knows the words of the name', async () => {
    const household = await database.newHousehold();
    const lot = await bought(household, 'mleko UHT otwarte');
    expect(lot).toMatchObject({ location: 'fridge', expires: { date: await daysFromNow(3) } });
    expect(lot.openedAt).not.toBeNull();
    const closed = await bought(household, 'mleko UHT');
    expect((await act(household, closed.id, 'open')).json.lot.expires).toMatchObject({
      date: await daysFromNow(3),
      kind: 'use-by',
    });
    const chicken = await bought(household, 'gotowany kurczak');
    await act(household, chicken.id, 'freeze');
    expect((await act(household, chicken.id, 'thaw')).json.lot.expires).toEqual({
      date: await daysFromNow(3),
      kind: 'use-by',
      source: 'rule',
    });
  });
});

test('a dish merged into a product has that one’s date', async () => {
  const household = await database.newHousehold();
  const lot = await bought(household, 'Wihajster z targu');
  const { status, text } = await call(handler, {
    method: 'POST',
    resource: `${PANTRY}/products/merge`,
    household,
    body: { from: 'Wihajster z targu', into: { id: 'maka-pszenna' } },
  });
  expect(status, text).toBe(200);
  const { json } = await call(handler, {
    resource: `${PANTRY}/{lotId}`,
    params: { lotId: lot.id },
    household,
  });
  expect(json).toMatchObject({ location: 'pantry', expires: { source: 'rule' }, needsLook: false });
});

describe('another product of a receipt’s line', () => {
  /** The bread of a receipt, which turns out to be chicken after somebody has done something to it. */
  async function corrected(touch: (household: HouseholdContext, id: string) => Promise<unknown>) {
    const { household, receiptId } = await newReceipt(database);
    const [, bread] = (await read(household, receiptId)).json.items;
    await database.query('update receipts set purchased_on = $2 where id = $1', [
      receiptId,
      await daysFromNow(0),
    ]);
    const [lot] = await database.query<{ id: string }>(
      'select id from lots where receipt_item_id = $1',
      [bread.id],
    );
    await touch(household, lot?.id ?? '');
    const items = [{ id: bread.id, product: { id: 'filet-z-kurczaka' } }];
    const { status, text } = await change(household, receiptId, { items });
    expect(status, text).toBe(200);
    return await database.query(
      `select product_key as key, location, expires_on::text as until, expires_source as source
       from lots where household_id = $1 and product_key <> 'mleko' order by id`,
      [household.householdId],
    );
  }

  test('gives an untouched lot that food’s date', async () => {
    const [lot] = await corrected(async () => {});
    expect(lot).toMatchObject({ key: 'filet-z-kurczaka', until: await daysFromNow(1) });
  });

  test('gives a touched one and its parts that food’s date', async () => {
    const rows = await corrected((household, id) =>
      act(household, id, 'freeze', { quantity: { value: '0.5', unit: 'szt' } }),
    );
    expect(rows).toHaveLength(2);
    expect(rows).toEqual([
      { key: 'filet-z-kurczaka', location: 'fridge', until: await daysFromNow(1), source: 'rule' },
      {
        key: 'filet-z-kurczaka',
        location: 'freezer',
        until: await daysFromNow(270),
        source: 'rule',
      },
    ]);
  });

  test('leaves a date that somebody printed on it', async () => {
    const [lot] = await corrected((household, id) =>
      call(handler, {
        method: 'PATCH',
        resource: `${PANTRY}/{lotId}`,
        params: { lotId: id },
        household,
        headers: { 'If-Match': '*' },
        body: { expires: { date: '2031-01-01' } },
      }),
    );
    expect(lot).toMatchObject({ key: 'filet-z-kurczaka', until: '2031-01-01', source: 'printed' });
  });
});

test('a till’s words of state hold as long as nobody renames the lot', async () => {
  const household = await database.newHousehold();
  const today = await daysFromNow(0);
  const milk = { key: 'mleko', category: 'dairy/milk', quantity: '1', unit: 'szt', net: 300 };
  await stockedReceipt(database, household, today, 'lidl', [
    { ...milk, name: 'MLEKO UHT 3,2%' },
    { ...milk, name: 'MLEKO ŚW. 2%' },
    { ...milk, key: 'majonez', category: 'jars/sauces', name: 'MAJONEZ DOMOWY' },
  ]);
  const { json } = await call(handler, { resource: PANTRY, household });
  const places = json.items.map((lot: { location: string; expires: { date: string } }) => [
    lot.location,
    lot.expires.date,
  ]);
  expect(places).toEqual([
    ['fridge', addDays(today, 7)],
    ['pantry', addDays(today, 60)],
    ['pantry', addDays(today, 90)],
  ]);
  const cooled = await act(household, json.items[1].id, 'move', { location: 'fridge' });
  expect(cooled.json.lot.expires.date).toBe(addDays(today, 60));
});
