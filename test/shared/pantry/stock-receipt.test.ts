import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { moveLot, takeFromLot } from '#shared/pantry/lot-changes.ts';
import { removeUntouchedLot, touchedItems } from '#shared/pantry/receipt-lot-store.ts';
import { restockReceipt, stockReceipt } from '#shared/pantry/stock-receipt.ts';
import { testDatabase } from '#test/support/database.ts';
import { type Line, stockedReceipt } from '#test/support/stocked-receipt.ts';

const database = testDatabase();
const DAY = '2026-11-20';
const line = (name: string, more: Partial<Line> = {}): Line => ({
  name,
  key: null,
  category: null,
  quantity: '1',
  unit: 'szt',
  net: 500,
  ...more,
});

const lots = (household: HouseholdContext) =>
  database.query<{ id: string; name: string; version: number }>(
    `select id, product_name as name, product_key as key, category, quantity::float, unit, location,
       expires_on::text as until, expires_kind as kind, expires_source as source,
       package_value::float as pack, package_unit, version
     from lots where household_id = $1 order by product_name, id`,
    [household.householdId],
  );
const bookings = (household: HouseholdContext) =>
  database.query(
    `select kind, change::float, b.unit from bookings b where household_id = $1 order by b.kind, change desc`,
    [household.householdId],
  );

async function stocked(...lines: readonly Line[]) {
  const household = await database.newHousehold();
  return {
    household,
    receiptId: await stockedReceipt(database, household, DAY, 'biedronka', lines),
  };
}

test('each line of food becomes a lot where such food is kept, with a booking', async () => {
  const { household } = await stocked(
    line('MLEKO', { key: 'mleko', category: 'dairy/milk', quantity: '2', pack: ['1', 'l'] }),
    line('KURCZAK', {
      key: 'filet-z-kurczaka',
      category: 'meat/poultry',
      quantity: '0.456',
      unit: 'kg',
    }),
    line('WYNALAZEK'),
    line('REKLAMÓWKA', { kind: 'bag' }),
  );
  expect(await lots(household)).toMatchObject([
    {
      name: 'KURCZAK',
      location: 'fridge',
      quantity: 0.456,
      unit: 'kg',
      kind: 'use-by',
      pack: null,
    },
    {
      name: 'MLEKO',
      key: 'mleko',
      category: 'dairy/milk',
      location: 'fridge',
      quantity: 2,
      unit: 'l',
      pack: 1,
      package_unit: 'l',
    },
    { name: 'WYNALAZEK', key: null, category: null, location: 'fridge', kind: 'use-by' },
  ]);
  expect(await bookings(household)).toEqual([
    { kind: 'add', change: 2, unit: 'l' },
    { kind: 'add', change: 1, unit: 'szt' },
    { kind: 'add', change: 0.456, unit: 'kg' },
  ]);
});

test('a package of pieces says nothing about weight', async () => {
  const { household } = await stocked(
    line('JAJA', { key: 'jaja', category: 'dairy/eggs', pack: ['10', 'szt'] }),
  );
  expect(await lots(household)).toMatchObject([
    { quantity: 10, unit: 'szt', pack: null, package_unit: null },
  ]);
});

test('what is packed keeps as packed goods do, what was cut at the counter as loose ones', async () => {
  const ham = { key: null, category: 'meat/cold-cuts' };
  const { household } = await stocked(
    line('A', { ...ham, pack: ['100', 'g'] }),
    line('B', { ...ham, quantity: '0.2', unit: 'kg' }),
    line('C', ham),
    line('D', { ...ham, quantity: '0.2', unit: 'kg', pack: ['100', 'g'] }),
  );
  const rows = await database.query<{ days: number }>(
    `select expires_on - $2::date as days from lots where household_id = $1 order by product_name`,
    [household.householdId, DAY],
  );
  expect(rows.map(({ days }) => days)).toEqual([7, 3, 3, 3]);
});

test.each(['package_value', 'package_unit'])('a package without %s is none', async (column) => {
  const { household, receiptId } = await stocked(line('MLEKO', { pack: ['500', 'ml'] }));
  expect(await lots(household)).toMatchObject([{ quantity: 500, unit: 'ml' }]);
  await corrected(receiptId, 'MLEKO', `${column} = null`);
  await restock(household, receiptId);
  expect(await lots(household)).toMatchObject([{ quantity: 1, unit: 'szt' }]);
});

test('a product that keeps longer than others of its category does so here too', async () => {
  const cheese = { category: 'dairy/cheese' };
  const { household } = await stocked(
    line('PARMEZAN', { ...cheese, key: 'parmezan' }),
    line('SER', { ...cheese, pack: ['1', 'szt'] }),
  );
  expect(await lots(household)).toMatchObject([
    { name: 'PARMEZAN', until: '2027-01-19', source: 'rule' },
    { name: 'SER', until: '2026-12-11', source: 'rule' },
  ]);
});

test('stocking twice adds nothing, and says how many lots it added', async () => {
  const { household, receiptId } = await stocked(line('A'), line('B'));
  const before = await lots(household);
  const again = () =>
    withHousehold(household, (client) =>
      stockReceipt(client, household.householdId, receiptId, DAY),
    );
  expect(await again()).toBe(0);
  expect(await lots(household)).toEqual(before);
  await database.query('delete from lots where id = $1', [before[0]?.id]);
  expect(await again()).toBe(1);
  const [row] = await database.query('select stocked_at from receipts where id = $1', [receiptId]);
  expect(row?.stocked_at).not.toBeNull();
});

async function corrected(receiptId: string, name: string, set: string) {
  await database.query(
    `update receipt_items set ${set} where receipt_id = $1 and product_name = $2`,
    [receiptId, name],
  );
}
const restock = (household: HouseholdContext, receiptId: string, day = DAY) =>
  withHousehold(household, (client) =>
    restockReceipt(client, household.householdId, receiptId, day),
  );

test('a corrected line corrects its lot and its booking, as long as nobody touched it', async () => {
  const { household, receiptId } = await stocked(line('A'), line('B'));
  const [, b] = await lots(household);
  const params = { lotId: b?.id ?? '' };
  await moveLot({ household, params, body: { location: 'fridge' } }, 'move');
  await corrected(receiptId, 'A', `quantity = 3, product_key = 'mleko', category = 'dairy/milk'`);
  await corrected(receiptId, 'B', 'quantity = 3');
  await restock(household, receiptId);
  expect(await lots(household)).toMatchObject([
    {
      name: 'A',
      key: 'mleko',
      category: 'dairy/milk',
      location: 'fridge',
      quantity: 3,
      version: 2,
    },
    { name: 'B', quantity: 1, location: 'fridge', version: 2 },
  ]);
  expect(await bookings(household)).toMatchObject([
    { kind: 'add', change: 3 },
    { kind: 'add', change: 1 },
    { kind: 'move', change: 0 },
  ]);
});

test('another date of the receipt moves what keeps from then on', async () => {
  const { household, receiptId } = await stocked(line('SZYNKA', { category: 'meat/cold-cuts' }));
  expect(await lots(household)).toMatchObject([{ until: '2026-11-23', version: 1 }]);
  await restock(household, receiptId, '2026-11-10');
  expect(await lots(household)).toMatchObject([{ until: '2026-11-13', version: 2 }]);
});

test('what is no food leaves unless it was touched, and what has become food comes in', async () => {
  const { household, receiptId } = await stocked(line('A'), line('B'), line('C', { kind: 'bag' }));
  const [, b] = await lots(household);
  const params = { lotId: b?.id ?? '' };
  await takeFromLot({ household, params, body: {} }, 'consume');
  await corrected(receiptId, 'A', `kind = 'bag'`);
  await corrected(receiptId, 'B', `kind = 'bag'`);
  await corrected(receiptId, 'C', `kind = 'food'`);
  await restock(household, receiptId);
  expect((await lots(household)).map(({ name }) => name)).toEqual(['B', 'C']);
});

test('the lines somebody ate of are known, and their lots are not taken out', async () => {
  const { household, receiptId } = await stocked(line('A'), line('B'));
  const items = await database.query<{ id: string }>(
    'select id from receipt_items where receipt_id = $1 order by line',
    [receiptId],
  );
  const ids = items.map(({ id }) => id);
  expect(await withHousehold(household, (client) => touchedItems(client, receiptId))).toEqual(
    new Set(),
  );
  const [a] = await lots(household);
  const params = { lotId: a?.id ?? '' };
  await takeFromLot({ household, params, body: {} }, 'waste');
  expect(await withHousehold(household, (client) => touchedItems(client, receiptId))).toEqual(
    new Set([ids[0]]),
  );
  const remove = (id = '') => withHousehold(household, (client) => removeUntouchedLot(client, id));
  await remove(ids[0]);
  expect((await lots(household)).map(({ name }) => name)).toEqual(['A', 'B']);
  for (const id of ids) await remove(id);
  expect((await lots(household)).map(({ name }) => name)).toEqual(['A']);
});
