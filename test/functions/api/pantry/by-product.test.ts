import { expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { act, add, asRead, BOOKINGS, names, PANTRY, undo } from '#test/support/pantry.ts';

const database = testDatabase();
function consume(household: HouseholdContext, body: object) {
  return call(handler, { method: 'POST', resource: `${PANTRY}/consume`, household, body });
}

test('a product is taken from the lots that expire first, all of it or nothing', async () => {
  const household = await database.newHousehold();
  const late = await add(household, { expires: { date: '2027-05-01' } });
  const soon = await add(household, { quantity: { value: '300', unit: 'g' } });
  const product = { name: 'mąki' };
  const eaten = await consume(household, { product, quantity: { value: '4', unit: 'szklanka' } });
  expect(eaten.status, eaten.text).toBe(200);
  expect(eaten.json.taken).toMatchObject([
    { quantity: { value: '300', unit: 'g' }, lot: { id: soon.json.id, quantity: { value: '0' } } },
    {
      quantity: { value: '0.3', unit: 'kg' },
      lot: { id: late.json.id, quantity: { value: '0.7' } },
    },
  ]);
  const tooMuch = await consume(household, { product, quantity: { value: '1', unit: 'kg' } });
  expect(tooMuch).toMatchObject({ status: 409, json: { code: 'not-enough' } });
  expect(tooMuch.json.detail).toContain('0.7 kg');
  const { json } = await call(handler, { resource: PANTRY, household });
  expect(json.items).toMatchObject([{ quantity: { value: '0.7', unit: 'kg' } }]);
  const undone = await undo(household, eaten.json.bookingIds[0]);
  expect(undone.json.bookings).toHaveLength(2);
  expect((await call(handler, { resource: PANTRY, household })).json.items).toHaveLength(2);
});

test('what is past its use-by date is not eaten unasked, but can be taken from its lot', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household, {
    product: { name: 'Szynka' },
    expires: { date: '2020-01-01', kind: 'use-by' },
  });
  const quantity = { value: '200', unit: 'g' };
  const answer = await consume(household, { product: { id: 'szynka' }, quantity });
  expect(answer).toMatchObject({ status: 409, json: { code: 'past-use-by' } });
  expect(answer.json.detail).toContain('0 g');
  const eaten = await act(household, lot.id, 'consume', { quantity });
  expect(eaten.json.lot.quantity).toEqual({ value: '0.8', unit: 'kg' });
});

test.each([
  [{ value: '1', unit: 'parsek' }, 400, 'invalid-body'],
  [{ value: '-1', unit: 'g' }, 400, 'invalid-body'],
  [{ value: '1', unit: 'l' }, 422, 'unit-mismatch'],
])('%j of ham is refused and nothing is taken', async (quantity, status, code) => {
  const household = await database.newHousehold();
  await add(household, { product: { name: 'Szynka' } });
  const answer = await consume(household, { product: { id: 'szynka' }, quantity });
  expect(answer).toMatchObject({ status, json: { code } });
  const { json } = await call(handler, { resource: BOOKINGS, household });
  expect(json.items).toHaveLength(1);
});

test('half of a lot goes into the freezer as a lot of its own, and one undo joins them again', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household, {
    product: { name: 'Filet z kurczaka' },
    location: 'fridge',
    expires: { date: '2030-01-01', kind: 'use-by' },
  });
  const quantity = { value: '400', unit: 'g' };
  const frozen = await act(household, lot.id, 'freeze', { quantity });
  expect(frozen.json).toMatchObject({
    lot: { location: 'freezer', quantity: { value: '0.4', unit: 'kg' } },
    rest: { id: lot.id, location: 'fridge', quantity: { value: '0.6', unit: 'kg' } },
  });
  expect(frozen.json.lot.id).not.toBe(lot.id);
  await undo(household, frozen.json.bookingId);
  const { json } = await call(handler, { resource: PANTRY, household });
  expect(json.items).toEqual([asRead(lot)]);
});

test('only what is in the freezer is thawed, and it is not fresher than before', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household, {
    product: { name: 'Mięso mielone' },
    location: 'fridge',
    expires: undefined,
  });
  expect(await act(household, lot.id, 'thaw')).toMatchObject({
    status: 409,
    json: { code: 'not-frozen' },
  });
  await act(household, lot.id, 'freeze');
  const thawed = await act(household, lot.id, 'thaw');
  expect(thawed.json.lot).toMatchObject({
    location: 'fridge',
    expires: { date: lot.expires.date },
  });
});

test('a package size turns pieces into grams', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household, {
    product: { name: 'Makaron' },
    quantity: { value: '2', unit: 'opak' },
    package: { value: '400', unit: 'g' },
  });
  const eaten = await act(household, lot.id, 'consume', { quantity: { value: '100', unit: 'g' } });
  expect(eaten.json.lot.quantity).toEqual({ value: '1.75', unit: 'opak' });
});

test('what must go first is one call: what has expired, what expires soon, and what it is worth', async () => {
  const household = await database.newHousehold();
  const dated = (name: string, date: string, kind = 'best-before') =>
    add(household, { product: { name }, expires: { date, kind } });
  await dated('Szynka', '2020-01-01', 'use-by');
  await dated('Dżem', '2020-01-02');
  await dated('Ryż', '2090-01-01');
  const { json, status } = await call(handler, { resource: `${PANTRY}/first`, household });
  expect(status).toBe(200);
  expect(json.items).toMatchObject([
    { lot: { product: { name: 'Szynka' } }, severity: 'do-not-eat', value: null },
    { lot: { product: { name: 'Dżem' } }, severity: 'doubtful' },
  ]);
  expect(json.items[0].daysLeft).toBeLessThan(0);
});

test('a search finds what was meant, in any form and in English', async () => {
  const household = await database.newHousehold();
  await add(household);
  await add(household, { product: { name: 'Łosoś wędzony' } });
  expect(await names(household, { q: 'maki' })).toEqual(['Mąka pszenna']);
  expect(await names(household, { q: 'lososia' })).toEqual(['Łosoś wędzony']);
  expect(await names(household, { q: 'flour' })).toEqual(['Mąka pszenna']);
});

test('an own product is renamed everywhere, and made one with a shipped one', async () => {
  const household = await database.newHousehold();
  const own = (name: string) => add(household, { product: { name } });
  const merge = (from: string, into: object) =>
    call(handler, {
      method: 'POST',
      resource: `${PANTRY}/products/merge`,
      household,
      body: { from, into },
    });
  await own('Wynalazek Zosi');
  await own('wynalazek ZOSI');
  const renamed = await merge('Wynalazek Zosi', { name: 'Wynalazek' });
  expect(renamed.json).toMatchObject({ lots: 2, product: { id: null, name: 'Wynalazek' } });
  expect(await names(household)).toEqual(['Wynalazek', 'Wynalazek']);
  const merged = await merge('Wynalazek', { id: 'kaszanka' });
  expect(merged.json).toMatchObject({ lots: 2, product: { id: 'kaszanka', name: 'kaszanka' } });
  expect(await merge('Wynalazek', { name: 'X' })).toMatchObject({ status: 404 });
  expect(await merge('kaszanka', { id: 'nothing' })).toMatchObject({ status: 422 });
  const stranger = await database.newHousehold();
  await add(stranger, { product: { name: 'Wynalazek Zosi' } });
  expect(await merge('Wynalazek Zosi', { name: 'X' })).toMatchObject({ status: 404 });
});
