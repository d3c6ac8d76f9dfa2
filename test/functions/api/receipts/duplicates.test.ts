import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { testDatabase } from '#test/support/database.ts';
import { SHOPPING } from '#test/support/matched-receipt.ts';
import { another, change, confirm, newReceipt, read, remove } from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();

const duplicateOf = async (household: HouseholdContext, receiptId: string) =>
  (await read(household, receiptId)).json.duplicateOf;

const lots = async (household: HouseholdContext) =>
  (await database.query('select 1 from lots where household_id = $1', [household.householdId]))
    .length;

test('when the first photograph is deleted, the second is the first, and the third its copy', async () => {
  const { household, receiptId } = await newReceipt(database);
  const second = await another(database, household, SHOPPING);
  const third = await another(database, household, SHOPPING);
  await remove(household, receiptId);
  expect(await duplicateOf(household, second)).toBeNull();
  expect(await duplicateOf(household, third)).toBe(second);
  await confirm(household, second);
  await confirm(household, third);
  expect(await lots(household)).toBe(2);
});

test('a corrected date or total links the receipt to its original', async () => {
  const { household, receiptId } = await newReceipt(database);
  const withoutDay = SHOPPING.map((line) => line.replace('2026-11-20 10:15 ', ''));
  const again = await another(database, household, withoutDay);
  expect(await duplicateOf(household, again)).toBeNull();
  await change(household, again, { date: '2026-11-20', confirm: true });
  expect(await duplicateOf(household, again)).toBe(receiptId);
  expect(await lots(household)).toBe(2);
  expect(await duplicateOf(household, receiptId)).toBeNull();
});

test('a corrected date or total unlinks another purchase', async () => {
  const { household, receiptId } = await newReceipt(database);
  const again = await another(database, household, SHOPPING);
  expect(await duplicateOf(household, again)).toBe(receiptId);
  await change(household, again, { date: '2026-11-19' });
  expect(await duplicateOf(household, again)).toBeNull();
  await confirm(household, again);
  expect(await lots(household)).toBe(4);
});
