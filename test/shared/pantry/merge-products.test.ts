import { expect, test } from 'vitest';
import { mergeProducts } from '#shared/pantry/merge-products.ts';
import { testDatabase } from '#test/support/database.ts';
import { stockedReceipt } from '#test/support/stocked-receipt.ts';

const database = testDatabase();
const line = { key: null, category: null, quantity: '1', unit: 'szt', net: 100 };

test('a new name reaches stock, receipts, printed names and what was learned', async () => {
  const household = await database.newHousehold();
  await stockedReceipt(database, household, '2026-11-20', 'biedronka', [
    { ...line, name: 'Wynalazek' },
  ]);
  await database.query(
    `insert into product_aliases (household_id, printed, product_name) values ($1, 'WYN', 'Wynalazek')`,
    [household.householdId],
  );
  const merged = await mergeProducts(household, { from: 'wynalazek', into: { id: 'kaszanka' } });
  expect(merged).toEqual({
    product: { id: 'kaszanka', name: 'kaszanka' },
    lots: 1,
    receiptItems: 1,
    printedNames: 1,
  });
  for (const table of ['lots', 'receipt_items', 'product_aliases']) {
    const rows = await database.query(
      `select product_key, product_name from ${table} where household_id = $1`,
      [household.householdId],
    );
    expect(rows, table).toEqual([{ product_key: 'kaszanka', product_name: 'kaszanka' }]);
  }
});

test('what is no own product, and what no product has as its id, is refused', async () => {
  const household = await database.newHousehold();
  await expect(
    mergeProducts(household, { from: 'nic', into: { name: 'x' } }),
  ).rejects.toMatchObject({
    kind: 'not-found',
    code: 'not-found',
  });
  await expect(
    mergeProducts(household, { from: 'nic', into: { id: 'nothing' } }),
  ).rejects.toMatchObject({
    kind: 'unprocessable',
    code: 'unknown-product',
  });
});

test('food with another allergen is never merged, and nothing changes', async () => {
  const household = await database.newHousehold();
  await stockedReceipt(database, household, '2026-11-20', 'biedronka', [
    { ...line, name: 'Mąka z orzeszków ziemnych babci' },
  ]);
  const from = 'Mąka z orzeszków ziemnych babci';
  for (const into of [{ id: 'maka-ziemniaczana' }, { name: 'Mąka babci' }]) {
    await expect(mergeProducts(household, { from, into })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'other-allergens',
    });
  }
  const rows = await database.query('select product_name from lots where household_id = $1', [
    household.householdId,
  ]);
  expect(rows).toEqual([{ product_name: from }]);
});
