import { expect, test } from 'vitest';
import { handler } from '#functions/steps/save-receipt/handler.ts';
import { writeObject } from '#shared/clients/s3.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { testDatabase } from '#test/support/database.ts';
import { matchedReceipt, SHOPPING } from '#test/support/matched-receipt.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();

async function save(who: HouseholdContext, lines: readonly string[], times = 1) {
  const run = await newRun(who);
  const matchedKey = `matched/${run.householdId}/${run.uploadId}.json`;
  await writeObject(matchedKey, JSON.stringify(matchedReceipt(lines)), 'application/json');
  for (let time = 0; time < times; time++) {
    await handler({ ...run, readingsKey: 'r', parsedKey: 'p', matchedKey });
  }
  const [upload] = await database.query<{ status: string; problem: { code: string } | null }>(
    'select status, problem from uploads where id = $1',
    [run.uploadId],
  );
  return { run, upload };
}

const lotsOf = (who: HouseholdContext) =>
  database.query(
    `select product_name, quantity::float as quantity, unit, location, expires_on::text, expires_kind,
       expires_source from lots where household_id = $1 order by product_name`,
    [who.householdId],
  );
const countOf = async (table: string, who: HouseholdContext) =>
  (await database.query(`select 1 from ${table} where household_id = $1`, [who.householdId]))
    .length;

test('a receipt without doubts is done, and its food is in the pantry with an expiry', async () => {
  const who = await database.newHousehold();
  const { upload } = await save(who, SHOPPING);
  expect(upload).toEqual({ status: 'done', problem: null });
  const lots = await lotsOf(who);
  expect(lots).toHaveLength(2);
  // Two cartons of a litre are two litres.
  expect(lots[1]).toMatchObject({
    product_name: 'mleko',
    quantity: 2,
    unit: 'l',
    // The till says UHT.
    location: 'pantry',
  });
  expect(lots[1]).toMatchObject({ expires_on: '2027-01-19', expires_source: 'rule' });
});

test('running twice saves and stocks once', async () => {
  const who = await database.newHousehold();
  await save(who, SHOPPING, 2);
  expect(await countOf('receipts', who)).toBe(1);
  expect(await countOf('receipt_items', who)).toBe(3);
  expect(await countOf('lots', who)).toBe(2);
  expect(await countOf('bookings', who)).toBe(2);
});

test('a purchase photographed twice is linked and fills the pantry once', async () => {
  const who = await database.newHousehold();
  await save(who, SHOPPING);
  await save(who, [...SHOPPING, 'Dziękujemy!']);
  expect(await countOf('lots', who)).toBe(2);
  const rows = await database.query<{ duplicate_of: string | null }>(
    'select duplicate_of from receipts where household_id = $1 order by id',
    [who.householdId],
  );
  expect(rows.map((row) => row.duplicate_of !== null)).toEqual([false, true]);
});

test('a receipt that does not balance waits for a person, its pantry too', async () => {
  const who = await database.newHousehold();
  const { upload } = await save(
    who,
    SHOPPING.filter((line) => !line.startsWith('CHLEB')),
  );
  expect(upload).toMatchObject({ status: 'needs-review', problem: { code: 'please-check' } });
  expect(await countOf('lots', who)).toBe(0);
});

test('an unreadable photograph asks to be taken again and keeps what was read', async () => {
  const who = await database.newHousehold();
  const { upload } = await save(who, ['~~ ,. ;']);
  expect(upload).toMatchObject({ status: 'needs-review', problem: { code: 'please-retake' } });
  const rows = await database.query('select reading_text from receipts where household_id = $1', [
    who.householdId,
  ]);
  expect(rows).toEqual([{ reading_text: '~~ ,. ;' }]);
});
