import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ItemKind } from '#shared/products/item-kind.ts';
import { matchItems } from '#shared/receipts/matching/receipt-matching.ts';
import { testDatabase } from '#test/support/database.ts';
import { matchedReceipt } from '#test/support/matched-receipt.ts';
import { names } from '#test/support/pantry.ts';
import { another, change, newReceipt, read } from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';
import { randomFrom } from '#test/synthetic/random.ts';

const database = testDatabase();
testStorage();
const FOOD = ['MLEKO UHT 3,2% 1L', 'CHLEB KROJONY', 'MASLO EXTRA 200G', 'BANANY LUZ', 'SER GOUDA'];
const NON_FOOD = readFileSync('test/data/products/non-food.txt', 'utf8').trim().split('\n');
const RECEIPTS = 20;

/** A till's lines for these goods at a zloty each, all of one tax letter. */
function printed(goods: readonly string[], number: number): string[] {
  const total = `${goods.length},00`;
  const tax = ((goods.length * 23) / 123).toFixed(2).replace('.', ',');
  return [
    'LIDL sp. z o.o. sp. k.',
    'NIP 781-18-97-358',
    `2026-11-20 10:15 nr wydr. ${575_000 + number}`,
    'PARAGON FISKALNY',
    ...goods.map((name) => `${name} 1 x 1,00 1,00 A`),
    `Sprzed. opod. PTU A ${total}`,
    `Kwota A 23,00% ${tax}`,
    `SUMA PLN ${total}`,
  ];
}

test('of 20 receipts only the food gets into the pantry, and unknown lines are asked', async () => {
  const random = randomFrom(11);
  const household = await database.newHousehold();
  let lines = 0;
  let asked = 0;
  for (let number = 0; number < RECEIPTS; number += 1) {
    const [food = '', other = ''] = [0, 1].map(() => FOOD[random.whole(0, FOOD.length - 1)]);
    const from = random.whole(0, NON_FOOD.length - 6);
    const goods = [food, ...NON_FOOD.slice(from, from + 6), other, 'XQZWV KJW'];
    const id = await another(database, household, printed(goods, number));
    const { json } = await read(household, id);
    expect(json.status, JSON.stringify(json.reasons)).toBe('done');
    lines += 6;
    asked += json.items.filter(
      (item: { kind: string; reasons: string[]; name: string }) =>
        item.reasons.includes('unknown-product') && item.name !== 'XQZWV KJW',
    ).length;
  }
  const stocked = await names(household, { limit: '100' });
  console.log(`${lines} lines of non-food: none stocked, ${asked} asked`);
  expect(stocked).toHaveLength(2 * RECEIPTS);
  const known = ['mleko', 'chleb', 'masło', 'banany', 'gouda'];
  expect(stocked.filter((name: string) => !known.includes(name))).toEqual([]);
  expect(asked / lines).toBeLessThanOrEqual(0.1);
});

test('an unknown line is stocked once somebody says what it is, or that it is food', async () => {
  const { household, receiptId } = await newReceipt(
    database,
    printed(['XQZWV KJW', 'QWXVZ FGH', 'VVKQX JJZ'], 900),
  );
  expect(await names(household)).toEqual([]);
  const { json } = await read(household, receiptId);
  const [first, second, third] = json.items.map(({ id }: { id: string }) => id);
  const changed = await change(household, receiptId, {
    items: [
      { id: first, product: { id: 'mleko' } },
      { id: second, kind: 'food' },
      { id: third, kind: 'non-food' },
    ],
  });
  expect(changed.status, changed.text).toBe(200);
  expect((await names(household)).sort()).toEqual(['QWXVZ FGH', 'mleko']);
  // The next time the household is not asked again.
  const { receipt } = matchedReceipt(printed(['QWXVZ FGH', 'VVKQX JJZ'], 901));
  const said = (alias: string, kind: ItemKind) => ({ alias, productId: null, kind });
  const items = matchItems(receipt, [said('QWXVZ FGH', 'food'), said('VVKQX JJZ', 'non-food')]);
  expect(items).toMatchObject([
    { kind: 'food', productName: 'QWXVZ FGH', reasons: [] },
    { kind: 'non-food', productName: null, reasons: [] },
  ]);
});
