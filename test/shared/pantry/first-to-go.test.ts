import { expect, test } from 'vitest';
import { addLot } from '#shared/pantry/add-lot.ts';
import { firstToGo } from '#shared/pantry/first-to-go.ts';
import { takeFromLot } from '#shared/pantry/lot-changes.ts';
import { testDatabase } from '#test/support/database.ts';
import { stockedReceipt } from '#test/support/stocked-receipt.ts';

const database = testDatabase();
const ham = { name: 'SZYNKA', key: null, category: 'meat/cold-cuts', unit: 'kg', net: 2000 };
const all = { days: 60, limit: 10 };

test('what came with a receipt is worth its share of what was paid, the rest nobody knows', async () => {
  const household = await database.newHousehold();
  const day = new Date().toISOString().slice(0, 10);
  await stockedReceipt(database, household, day, 'biedronka', [{ ...ham, quantity: '1' }]);
  const value = async () => (await firstToGo(household, all)).items.map((item) => item.value);
  expect(await value()).toEqual([{ amount: '20.00', currency: 'PLN' }]);
  const [item] = (await firstToGo(household, all)).items;
  const quantity = { value: '250', unit: 'g' };
  const params = { lotId: item?.lot.id ?? '' };
  await takeFromLot({ household, params, body: { quantity } }, 'consume');
  expect(await value()).toEqual([{ amount: '15.00', currency: 'PLN' }]);
  const own = { product: { name: 'Wihajster' }, quantity: { value: '1', unit: 'kg' as const } };
  const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await addLot(household, { ...own, expires: { date: later, kind: 'use-by' } });
  expect(await value()).toEqual([{ amount: '15.00', currency: 'PLN' }, null]);
});

test('no more than asked for, and nothing that keeps longer', async () => {
  const household = await database.newHousehold();
  for (const days of [3, 1, 2, 30]) {
    const date = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const product = { name: `in ${days}` };
    const quantity = { value: '1', unit: 'kg' as const };
    await addLot(household, { product, quantity, expires: { date, kind: 'best-before' } });
  }
  const names = async (days: number, limit: number) =>
    (await firstToGo(household, { days, limit })).items.map(({ lot }) => lot.product.name);
  expect(await names(10, 10)).toEqual(['in 1', 'in 2', 'in 3']);
  expect(await names(10, 2)).toEqual(['in 1', 'in 2']);
});
