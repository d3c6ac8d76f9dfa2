import { expect, test } from 'vitest';
import { withHousehold } from '#shared/database/with-household.ts';
import { readGtinAnswer, writeGtinAnswer } from '#shared/products/gtin-store.ts';
import type { GtinAnswer } from '#shared/products/open-food-facts.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const GTIN = '5900512300108';
const MILK: GtinAnswer = {
  name: 'Mleko',
  namePl: null,
  nameEn: null,
  brand: null,
  quantity: null,
  categories: [],
  allergens: ['en:milk'],
  traces: [],
  url: 'https://example.org/milk',
};

async function kept(answer: GtinAnswer | null) {
  const household = await database.newHousehold();
  await withHousehold(household, (client) => writeGtinAnswer(client, GTIN, answer));
  return async (age: string) => {
    await database.query('update gtin_answers set fetched_at = now() - $1::interval', [age]);
    return (await withHousehold(household, (client) => readGtinAnswer(client, GTIN)))?.answer;
  };
}

test('a known product is cached for 30 days', async () => {
  const after = await kept(MILK);
  expect(await after('29 days 23 hours')).toEqual(MILK);
  expect(await after('30 days 1 second')).toBeUndefined();
});

test('an unknown product is cached as unknown for one day', async () => {
  const after = await kept(null);
  expect(await after('23 hours')).toBeNull();
  expect(await after('24 hours 1 second')).toBeUndefined();
});

test('a new answer replaces an expired one', async () => {
  const after = await kept(null);
  await after('40 days');
  const household = await database.newHousehold();
  await withHousehold(household, (client) => writeGtinAnswer(client, GTIN, MILK));
  const read = () => withHousehold(household, (client) => readGtinAnswer(client, GTIN));
  expect((await read())?.answer).toEqual(MILK);
});
