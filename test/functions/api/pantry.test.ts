import { expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { act, add, asRead, BOOKINGS, flour, names, PANTRY, undo } from '#test/support/pantry.ts';

const database = testDatabase();

test('a lot comes back as it was added, with the printed date', async () => {
  const household = await database.newHousehold();
  const added = await add(household);
  expect(added.json).toMatchObject({
    ...flour,
    expires: { ...flour.expires, source: 'printed' },
    openedAt: null,
    receiptItemId: null,
  });
  expect(added.headers.location).toBe(`${PANTRY}/${added.json.id}`);
  const list = await call(handler, { resource: PANTRY, household });
  expect(list.json).toEqual({ items: [asRead(added.json)], next: null });
});

test('what spoils first comes first, page by page, and filters narrow it', async () => {
  const household = await database.newHousehold();
  const dated = (name: string, date: string, location: string) =>
    add(household, { product: { name }, location, expires: { date } });
  await dated('C', '2027-01-03', 'pantry');
  await dated('A', '2027-01-01', 'fridge');
  await dated('100%', '2027-01-02', 'fridge');
  const [{ id }] = (await call(handler, { resource: PANTRY, household })).json.items;
  await database.query('update lots set expires_on = null where id = $1', [id]);
  expect(await names(household)).toEqual(['100%', 'C', 'A']);
  const first = await call(handler, { resource: PANTRY, household, query: { limit: '2' } });
  expect(await names(household, { limit: '2', cursor: first.json.next })).toEqual(['A']);
  expect(await names(household, { expiresBefore: '2027-01-03' })).toEqual(['100%']);
  expect(await names(household, { location: 'pantry' })).toEqual(['C']);
  expect(await names(household, { q: '0%' })).toEqual(['100%']);
  expect(await names(household, { q: '_' })).toEqual([]);
});

test('a lot that is used up is no longer listed', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household);
  const eaten = await act(household, lot.id, 'consume');
  expect(eaten).toMatchObject({ status: 200, json: { lot: { quantity: { value: '0' } } } });
  expect(await names(household)).toEqual([]);
});

// Known gap: taking "all" of an empty lot books nothing at all and answers 200.
test('a lot that is used up cannot be used again', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household);
  await act(household, lot.id, 'consume');
  const again = await act(household, lot.id, 'waste');
  expect(again).toMatchObject({ status: 409, json: { code: 'not-enough' } });
});

test('grams are taken from kilograms exactly; more than there is is refused with what there is', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household);
  const grams = (value: string) => ({ quantity: { value, unit: 'g' } });
  const taken = await act(household, lot.id, 'consume', grams('300.1'));
  expect(taken.json.lot.quantity).toEqual({ value: '0.6999', unit: 'kg' });
  const tooMuch = await act(household, lot.id, 'consume', grams('700'));
  expect(tooMuch).toMatchObject({ status: 409, json: { code: 'not-enough' } });
  expect(tooMuch.json.detail).toContain('0.6999 kg');
});

test.each(['0', '-1', '0.000', '1000000.1', '1e3', '', '1,5'])(
  '%s is no amount to take',
  async (value) => {
    const household = await database.newHousehold();
    const { json: lot } = await add(household);
    const answer = await act(household, lot.id, 'consume', { quantity: { value, unit: 'kg' } });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-body' } });
  },
);

test('pieces are not kilograms', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household);
  const quantity = { value: '1', unit: 'szt' };
  const answer = await act(household, lot.id, 'consume', { quantity });
  expect(answer).toMatchObject({ status: 422, json: { code: 'unit-mismatch' } });
});

test('of two who take the last of it at once, one gets it', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household);
  const quantity = { value: '0.6', unit: 'kg' };
  const answers = await Promise.all(
    [1, 2].map(() => act(household, lot.id, 'consume', { quantity })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { json } = await call(handler, { resource: PANTRY, household });
  expect(json.items[0].quantity).toEqual({ value: '0.4', unit: 'kg' });
});

test('an undo puts everything back, once', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household);
  const frozen = await act(household, lot.id, 'freeze');
  expect(frozen.json.lot.location).toBe('freezer');
  const undone = await undo(household, frozen.json.bookingId);
  expect(undone).toMatchObject({ status: 200, json: { lot: asRead(lot) } });
  const again = await undo(household, frozen.json.bookingId);
  expect(again).toMatchObject({ status: 409, json: { code: 'already-undone' } });
});

test('an addition is undone only while nobody has touched the lot', async () => {
  const household = await database.newHousehold();
  const { json: lot } = await add(household);
  const opened = await act(household, lot.id, 'open');
  const bookings = await call(handler, { resource: BOOKINGS, household });
  expect(bookings.json.items).toMatchObject([
    { kind: 'open', lotId: lot.id, change: { value: '0', unit: 'kg' } },
    { kind: 'add', lotId: lot.id, change: { value: '1', unit: 'kg' }, undone: false },
  ]);
  const addition = bookings.json.items[1].id;
  expect(await undo(household, addition)).toMatchObject({ status: 409 });
  await undo(household, opened.json.bookingId);
  expect(await undo(household, addition)).toMatchObject({ status: 200 });
  expect(await names(household)).toEqual([]);
});

test('a correction needs the version it corrects, and can be undone', async () => {
  const household = await database.newHousehold();
  const added = await add(household);
  const patch = (etag: string | undefined) =>
    call(handler, {
      method: 'PATCH',
      resource: `${PANTRY}/{lotId}`,
      params: { lotId: added.json.id },
      household,
      headers: etag === undefined ? {} : { 'If-Match': etag },
      body: { product: { name: 'Mleko' }, quantity: { value: '2', unit: 'l' } },
    });
  expect(await patch(undefined)).toMatchObject({ status: 428 });
  const changed = await patch(added.headers.etag);
  expect(changed).toMatchObject({ status: 200, json: { quantity: { value: '2', unit: 'l' } } });
  expect(await patch(added.headers.etag)).toMatchObject({ status: 412 });
  const bookings = await call(handler, { resource: BOOKINGS, household });
  const undone = await undo(household, bookings.json.items[0].id);
  expect(undone.json.lot).toEqual(asRead(added.json));
});

test('lots and bookings of another household do not exist here', async () => {
  const household = await database.newHousehold();
  const stranger = await database.newHousehold();
  const { json: lot } = await add(household);
  for (const action of ['consume', 'waste', 'open', 'freeze']) {
    expect(await act(stranger, lot.id, action)).toMatchObject({ status: 404 });
  }
  expect(await act(stranger, lot.id, 'move', { location: 'fridge' })).toMatchObject({
    status: 404,
  });
  const { json } = await call(handler, { resource: BOOKINGS, household });
  expect(await undo(stranger, json.items[0].id)).toMatchObject({ status: 404 });
  expect(await names(stranger)).toEqual([]);
});

// Known gap: the name changes, but the lot keeps the product and category of the old name.
test('a renamed lot is matched to its product again', async () => {
  const household = await database.newHousehold();
  const added = await add(household);
  const changed = await call(handler, {
    method: 'PATCH',
    resource: `${PANTRY}/{lotId}`,
    params: { lotId: added.json.id },
    household,
    headers: { 'If-Match': added.headers.etag ?? '' },
    body: { product: { name: 'Mleko' } },
  });
  expect(changed.json.product.id).not.toBe(added.json.product.id);
});
