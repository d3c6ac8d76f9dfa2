import { describe, expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { testDatabase } from '#test/support/database.ts';
import { act } from '#test/support/pantry.ts';
import { change, confirm, LINE_LOST, newReceipt, read } from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();

/** Milk, bread and a bag, waiting for a person. */
async function waiting() {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  const { items } = (await read(household, receiptId)).json;
  return { household, receiptId, milk: items[0].id };
}

const lots = (household: HouseholdContext) =>
  database.query(
    `select product_name as name, quantity::float, unit, location, expires_on::text as until, expires_kind as kind
     from lots where household_id = $1 order by product_name`,
    [household.householdId],
  );

const NONE = { value: '0', unit: 'szt' };

test.each<[string, (milk: string) => object, string, string?]>([
  [
    'a discount above the value',
    (id) => ({ items: [{ id, discount: '7.00' }] }),
    'discount-over-value',
  ],
  [
    'a new line with one',
    () => ({ add: [{ name: 'x', gross: '1.00', discount: '1.01' }] }),
    'discount-over-value',
  ],
  [
    'none of something',
    (id) => ({ items: [{ id, quantity: NONE }] }),
    'invalid-body',
    '/items/0/quantity/value',
  ],
  [
    'a new line of none',
    () => ({ add: [{ name: 'x', gross: '1.00', quantity: NONE }] }),
    'invalid-body',
  ],
  [
    'an empty package',
    (id) => ({ items: [{ id, package: { value: '0.0', unit: 'g' } }] }),
    'invalid-body',
  ],
  [
    'one line twice',
    (id) => ({
      items: [
        { id, remove: true },
        { id, name: 'x' },
      ],
    }),
    'item-twice',
  ],
  ['tomorrow’s shopping', () => ({ date: '2999-01-01' }), 'date-in-future'],
  ['a day before tills', () => ({ date: '1999-12-31' }), 'invalid-body', '/date'],
])('%s is refused, and nothing changes', async (_what, body, code, pointer) => {
  const { household, receiptId, milk } = await waiting();
  const before = await read(household, receiptId);
  const refused = await change(household, receiptId, body(milk));
  const status = code === 'invalid-body' ? 400 : 422;
  expect([refused.status, refused.json.code]).toEqual([status, code]);
  if (pointer !== undefined) expect(refused.json.errors).toMatchObject([{ pointer }]);
  const after = await read(household, receiptId);
  expect([after.json.items, after.json.purchasedAt]).toEqual([
    before.json.items,
    before.json.purchasedAt,
  ]);
});

test('an amount in another form is refused with an example', async () => {
  const { household, receiptId, milk } = await waiting();
  const refused = await change(household, receiptId, { items: [{ id: milk, gross: '-5,00' }] });
  expect(refused.json.errors).toEqual([
    { pointer: '/items/0/gross', detail: 'Kwota jak 12.49, najwyżej 99999.99.' },
  ]);
});

test('a corrected quantity or value is another price of one', async () => {
  const { household, receiptId, milk } = await waiting();
  const quantity = { value: '3', unit: 'szt' };
  const { json } = await change(household, receiptId, { items: [{ id: milk, quantity }] });
  expect(json.items[0]).toMatchObject({ unitPrice: { amount: '2.33' }, net: { amount: '6.98' } });
});

test('the balance shows whether a line is still missing, after every change', async () => {
  const { household, receiptId } = await waiting();
  const at = async () => (await read(household, receiptId)).json.reasons;
  expect(await at()).toEqual(expect.arrayContaining(['does-not-balance', 'line-missing']));
  await change(household, receiptId, { add: [{ name: 'CHLEB', gross: '4.99', vat: 'C' }] });
  expect(await at()).toEqual([]);
  await change(household, receiptId, { total: '12.48' });
  expect(await at()).toEqual(['does-not-balance']);
  await confirm(household, receiptId);
  expect(await at()).toEqual(['does-not-balance']);
});

describe('while the lots in the pantry are untouched', () => {
  const stocked = async () => {
    const { household, receiptId } = await newReceipt(database);
    const { items } = (await read(household, receiptId)).json;
    return { household, receiptId, milk: items[0].id, bread: items[1].id };
  };

  test('a corrected date moves its expiry', async () => {
    const { household, receiptId } = await stocked();
    expect(await lots(household)).toMatchObject([{ until: '2026-11-22' }, { until: '2027-01-19' }]);
    await change(household, receiptId, { date: '2026-11-10' });
    expect(await lots(household)).toMatchObject([{ until: '2026-11-12' }, { until: '2027-01-09' }]);
  });

  test('the lots stay the same ones, with their bookings', async () => {
    const { household, receiptId } = await stocked();
    const ids = () =>
      database.query(
        `select l.id, b.id as booking from lots l join bookings b on b.lot_id = l.id
         where l.household_id = $1 order by l.id`,
        [household.householdId],
      );
    const before = await ids();
    expect(before).toHaveLength(2);
    await change(household, receiptId, { date: '2026-11-10' });
    expect(await ids()).toEqual(before);
  });

  test('another product keeps as long as that one does, where that one is kept', async () => {
    const { household, receiptId, bread } = await stocked();
    const items = [{ id: bread, product: { id: 'filet-z-kurczaka' } }];
    await change(household, receiptId, { items });
    expect((await lots(household))[0]).toMatchObject({
      name: 'filet z kurczaka',
      location: 'fridge',
      kind: 'use-by',
    });
  });

  test('another quantity is another stock, and what is no food leaves', async () => {
    const { household, receiptId, milk, bread } = await stocked();
    const items = [
      { id: milk, quantity: { value: '5', unit: 'szt' } },
      { id: bread, product: { id: 'szampon' } },
    ];
    expect((await change(household, receiptId, { items })).status).toBe(200);
    expect(await lots(household)).toMatchObject([{ name: 'mleko', quantity: 5, unit: 'l' }]);
    const { bookingIds } = (await confirm(household, receiptId)).json;
    expect(
      await database.query('select change::float from bookings where id = any($1)', [bookingIds]),
    ).toEqual([{ change: 5 }]);
    await change(household, receiptId, { items: [{ id: bread, kind: 'food' }] });
    expect(await lots(household)).toHaveLength(2);
    await change(household, receiptId, { items: [{ id: milk, remove: true }] });
    expect(await lots(household)).toHaveLength(1);
  });

  test('a lot that was used stays as it is, and its quantity is fixed', async () => {
    const { household, receiptId, milk } = await stocked();
    const [lot] = await database.query<{ id: string }>(
      'select id from lots where receipt_item_id = $1',
      [milk],
    );
    await act(household, lot?.id ?? '', 'consume', { quantity: { value: '1', unit: 'l' } });
    await change(household, receiptId, { date: '2026-11-10' });
    expect(await lots(household)).toMatchObject([
      { until: '2026-11-12' },
      { until: '2027-01-19', quantity: 1 },
    ]);
    const items = [{ id: milk, remove: true }];
    const refused = await change(household, receiptId, { items });
    expect([refused.status, refused.json.code]).toEqual([409, 'already-stocked']);
  });
});
