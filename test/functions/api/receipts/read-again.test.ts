import { expect, test } from 'vitest';
import { handler as uploads } from '#functions/api/upload/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { MatchedFile } from '#shared/receipts/matching/receipt-matching.ts';
import { markCutOff } from '#shared/receipts/model/reading-cut-off.ts';
import { saveReceipt } from '#shared/receipts/records/receipt-save.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { matchedReceipt, SHOPPING } from '#test/support/matched-receipt.ts';
import { testQueue } from '#test/support/queue.ts';
import { change, confirm, LINE_LOST, read } from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();
testQueue();

const ONE = '/api/v2/upload/{uploadId}';

function cutOff(lines: readonly string[]): MatchedFile {
  const file = matchedReceipt(lines);
  return { ...file, receipt: markCutOff(file.receipt) };
}

/** A receipt whose first reading the time limit ended, a line lost. */
async function readInPart() {
  const household = await database.newHousehold();
  const run = await newRun(household);
  await saveReceipt(run, cutOff(LINE_LOST));
  const { receiptId } = (await upload(household, run.uploadId)).json;
  return { household, run, receiptId: String(receiptId) };
}

function upload(household: HouseholdContext, uploadId: string, locale = 'en') {
  const headers = { 'Accept-Language': locale };
  return call(uploads, { resource: ONE, params: { uploadId }, household, headers });
}

function retry(household: HouseholdContext, uploadId: string) {
  const resource = `${ONE}/retry`;
  return call(uploads, { method: 'POST', resource, params: { uploadId }, household });
}

const lots = ({ householdId }: HouseholdContext) =>
  database.query('select 1 from lots where household_id = $1', [householdId]);

test('a receipt whose reading was cut off has a message in the person’s language, and stocks nothing', async () => {
  const { household, run, receiptId } = await readInPart();
  const { json } = await upload(household, run.uploadId);
  expect(json).toMatchObject({ status: 'needs-review', problem: { code: 'reading-cut-off' } });
  expect(json.problem.detail).toMatch(/^Time ran out and reading was cut off\./);
  const polish = await upload(household, run.uploadId, 'pl');
  expect(polish.json.problem.detail).toMatch(/^Zabrakło czasu i odczyt przerwano\./);
  expect((await read(household, receiptId)).json.reasons).toContain('reading-cut-off');
  expect(await lots(household)).toEqual([]);
});

test('one that balances all the same waits for a person too', async () => {
  const household = await database.newHousehold();
  const run = await newRun(household);
  await saveReceipt(run, cutOff(SHOPPING));
  expect((await upload(household, run.uploadId)).json.status).toBe('needs-review');
  expect(await lots(household)).toEqual([]);
});

test('read again it takes the place of what was read in part, once', async () => {
  const { household, run, receiptId } = await readInPart();
  expect(await retry(household, run.uploadId)).toMatchObject({
    status: 202,
    json: { status: 'queued' },
  });
  const second = { ...run, attempt: 2 };
  await saveReceipt(second, matchedReceipt(SHOPPING));
  const { json } = await upload(household, run.uploadId);
  expect(json).toMatchObject({ status: 'done' });
  expect(json.receiptId).not.toBe(receiptId);
  expect((await read(household, json.receiptId)).json.items).toHaveLength(3);
  expect((await read(household, receiptId)).status).toBe(404);
  expect(await lots(household)).toHaveLength(2);
  await saveReceipt(second, matchedReceipt(SHOPPING));
  expect((await upload(household, run.uploadId)).json.receiptId).toBe(json.receiptId);
});

test('cut off again it is one receipt still, also when the step runs twice', async () => {
  const { household, run } = await readInPart();
  await retry(household, run.uploadId);
  const second = { ...run, attempt: 2 };
  await saveReceipt(second, cutOff(SHOPPING));
  const { receiptId } = (await upload(household, run.uploadId)).json;
  await saveReceipt(second, cutOff(SHOPPING));
  expect((await upload(household, run.uploadId)).json).toMatchObject({
    status: 'needs-review',
    receiptId,
  });
});

test('an earlier attempt that comes late does not take the place of a later one', async () => {
  const { household, run, receiptId } = await readInPart();
  await retry(household, run.uploadId);
  await saveReceipt(run, matchedReceipt(SHOPPING));
  expect((await upload(household, run.uploadId)).json).toMatchObject({
    status: 'queued',
    receiptId,
  });
});

test('one that a person has corrected is not read over', async () => {
  const { household, run, receiptId } = await readInPart();
  await change(household, receiptId, { merchant: { name: 'Lidl' } });
  expect((await retry(household, run.uploadId)).json.code).toBe('not-failed');
});

test('one that is confirmed while it is read again stays, and so does its upload', async () => {
  const { household, run, receiptId } = await readInPart();
  await retry(household, run.uploadId);
  await confirm(household, receiptId);
  await saveReceipt({ ...run, attempt: 2 }, cutOff(LINE_LOST));
  expect((await upload(household, run.uploadId)).json).toMatchObject({ status: 'done', receiptId });
});

test('one whose second reading failed can still be confirmed', async () => {
  const { household, run, receiptId } = await readInPart();
  await retry(household, run.uploadId);
  await database.query("update uploads set status = 'failed' where id = $1", [run.uploadId]);
  await confirm(household, receiptId);
  expect((await upload(household, run.uploadId)).json).toMatchObject({ status: 'done', receiptId });
});

test('a receipt that only needs review is not read again', async () => {
  const household = await database.newHousehold();
  const run = await newRun(household);
  await saveReceipt(run, matchedReceipt(LINE_LOST));
  expect((await retry(household, run.uploadId)).json.code).toBe('not-failed');
});

test('a receipt that a person balanced is no longer marked as cut off', async () => {
  const { household, receiptId } = await readInPart();
  const { json } = await change(household, receiptId, {
    add: [{ name: 'CHLEB', gross: '4.99', vat: 'C' }],
  });
  expect(json.reasons).toEqual([]);
});

test('the first duplicate replaces a receipt that is read again', async () => {
  const { household, run } = await readInPart();
  const copies = [await newRun(household), await newRun(household)];
  for (const [at, copy] of copies.entries()) {
    await saveReceipt(copy, matchedReceipt([...LINE_LOST, `Dziękujemy! ${at}`]));
  }
  await retry(household, run.uploadId);
  await saveReceipt({ ...run, attempt: 2 }, matchedReceipt(SHOPPING));
  const rows = await database.query<{ upload: string; first: string | null }>(
    `select r.upload_id as upload, first.upload_id as first
     from receipts r left join receipts first on first.id = r.duplicate_of
     where r.household_id = $1`,
    [household.householdId],
  );
  const [heir, other] = copies.map(({ uploadId }) => uploadId);
  expect(new Map(rows.map(({ upload, first }) => [upload, first]))).toEqual(
    new Map([
      [heir, null],
      [other, heir],
      [run.uploadId, heir],
    ]),
  );
});
