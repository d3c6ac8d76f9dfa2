import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { mergeProducts } from '#shared/pantry/merge-products.ts';
import { readDay, readStock } from '#shared/recipes/rank/facts-store.ts';
import { readFacts } from '#shared/recipes/rank/read-facts.ts';
import { testDatabase } from '#test/support/database.ts';
import { stockedReceipt } from '#test/support/stocked-receipt.ts';

const database = testDatabase();
const LOCALE = { useExpiring: false, locale: 'pl' } as const;

async function factsOf(household: HouseholdContext) {
  return await withHousehold(household, async (client) => {
    return (await readFacts(client, household.householdId, LOCALE)).facts;
  });
}

/** Writes past this process's own statements, as another process does. */
async function elsewhere(household: HouseholdContext, sql: string): Promise<void> {
  await database.query(sql, [household.householdId]);
}

const MILK = `insert into lots (household_id, product_key, product_name, quantity, unit, location,
  expires_on, expires_kind, expires_source) values ($1, 'mleko', 'mleko', 1, 'szt', 'fridge',
  current_date + 5, 'best-before', 'rule')`;

test('what has not changed is the same object, for whom the rest is reckoned once', async () => {
  const household = await database.newHousehold();
  for (let lot = 0; lot < 3; lot += 1) await elsewhere(household, MILK);
  const [first, second] = [await factsOf(household), await factsOf(household)];
  expect(first.lots).toHaveLength(3);
  expect(second.lots).toBe(first.lots);
  expect(second.prices).toBe(first.prices);
  expect(second.cookedDaysAgo).toBe(first.cookedDaysAgo);
});

test('every change of a lot is seen by the next read, whoever made it', async () => {
  const household = await database.newHousehold();
  const changes: readonly (readonly [sql: string, lots: readonly object[]])[] = [
    [MILK, [{ name: 'mleko', amount: 1, opened: false }]],
    [`update lots set quantity = 0.5 where household_id = $1`, [{ amount: 0.5 }]],
    [`update lots set opened_at = now() where household_id = $1`, [{ opened: true }]],
    [
      `update lots set expires_on = '2027-01-02', expires_kind = 'use-by' where household_id = $1`,
      [{ expires: { date: '2027-01-02', kind: 'use-by' } }],
    ],
    [
      `update lots set product_name = 'mleko kozie' where household_id = $1`,
      [{ name: 'mleko kozie' }],
    ],
    [MILK, [{ name: 'mleko' }, { name: 'mleko kozie' }]],
    [
      `update lots set quantity = 0 where household_id = $1 and product_name = 'mleko'`,
      [{ name: 'mleko kozie' }],
    ],
    [
      `update lots set quantity = 1 where household_id = $1`,
      [{ name: 'mleko' }, { name: 'mleko kozie' }],
    ],
    [
      `delete from lots where household_id = $1 and product_name = 'mleko'`,
      [{ name: 'mleko kozie' }],
    ],
    [`delete from lots where household_id = $1`, []],
  ];
  for (const [sql, expected] of changes) {
    await elsewhere(household, sql);
    const lots = (await factsOf(household)).lots.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(lots, sql).toMatchObject(expected);
  }
});

test('each household has its own, however alike they are', async () => {
  const households = [await database.newHousehold(), await database.newHousehold()];
  for (const household of households) await elsewhere(household, MILK);
  const ids = await Promise.all(
    households.map(async (household) => (await factsOf(household)).lots.map(({ id }) => id)),
  );
  expect(new Set(ids.flat()).size).toBe(2);
});

test('the lots are read with the version that the day says of them', async () => {
  const household = await database.newHousehold();
  const versions = () =>
    withHousehold(household, async (client) => {
      return [(await readDay(client)).stock, (await readStock(client)).version];
    });
  const seen = new Set<string | undefined>();
  for (const sql of [
    undefined,
    MILK,
    MILK,
    'update lots set quantity = 2 where household_id = $1',
  ]) {
    if (sql !== undefined) await elsewhere(household, sql);
    const [day, stock] = await versions();
    expect(stock, sql).toBe(day);
    seen.add(day);
  }
  expect(seen.size).toBe(4);
});

test('a transaction sees what it has written itself, and keeps it from others', async () => {
  const household = await database.newHousehold();
  await elsewhere(household, MILK);
  const failed = withHousehold(household, async (client) => {
    const amounts: unknown[] = [];
    for (const quantity of [3, 4]) {
      await client.query('update lots set quantity = $1', [quantity]);
      const { facts } = await readFacts(client, household.householdId, LOCALE);
      amounts.push(facts.lots[0]?.amount);
    }
    expect(amounts).toEqual([3, 4]);
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  expect((await factsOf(household)).lots).toMatchObject([{ amount: 1 }]);
});

test('a corrected printed name and a price of what was merged are seen', async () => {
  const household = await database.newHousehold();
  const line = { key: null, category: null, quantity: '1', unit: 'szt', net: 450 };
  await stockedReceipt(database, household, '2026-11-20', 'lidl', [{ ...line, name: 'Białe' }]);
  expect(await factsOf(household)).toMatchObject({
    lots: [{ printed: 'Białe' }],
    prices: new Map(),
  });
  await elsewhere(
    household,
    `with changed as (update receipt_items set printed_name = 'MLEKO UHT' where household_id = $1)
     update receipts set version = version + 1 where household_id = $1`,
  );
  expect((await factsOf(household)).lots).toMatchObject([{ printed: 'MLEKO UHT' }]);
  await mergeProducts(household, { from: 'Białe', into: { name: 'Sok' } });
  expect((await factsOf(household)).lots).toMatchObject([{ name: 'Sok' }]);
  await mergeProducts(household, { from: 'Sok', into: { id: 'cukinia' } });
  expect((await factsOf(household)).prices.get('cukinia')).toMatchObject({ perPiece: 450 });
});
