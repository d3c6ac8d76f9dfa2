import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { handler } from '#functions/api/receipt-images/handler.ts';
import { writeObject } from '#shared/clients/s3.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { saveReceipt } from '#shared/receipts/records/receipt-save.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { matchedReceipt, SHOPPING } from '#test/support/matched-receipt.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();

const resource = '/api/v2/receipts/{receiptId}/items/{itemId}/image';

async function photographed(place: object | null, isStored = true) {
  const household = await database.newHousehold();
  const run = await newRun(household);
  const photo = readFileSync('test/data/receipts/Receipt_6.jpeg');
  if (isStored) {
    await writeObject(uploadKey(household.householdId, run.uploadId), photo, 'image/jpeg');
  }
  await saveReceipt(run, matchedReceipt(SHOPPING));
  const [item] = await database.query<{ id: string; receipt_id: string }>(
    'update receipt_items set place = $2 where household_id = $1 and line = 1 returning id, receipt_id',
    [household.householdId, place && JSON.stringify(place)],
  );
  if (item === undefined) throw new Error('no item');
  return { household, params: { receiptId: item.receipt_id, itemId: item.id } };
}

const ask = (household: HouseholdContext, params: Record<string, string>) =>
  call(handler, { resource, params, household });

test('a line is shown as it was photographed', async () => {
  const place = { page: 0, turns: 0, x0: 0.1, y0: 0.5, x1: 0.9, y1: 0.52 };
  const { household, params } = await photographed(place);
  const { status, headers, bytes } = await ask(household, params);
  expect([status, headers['content-type']]).toEqual([200, 'image/jpeg']);
  const { width, height } = await sharp(bytes).metadata();
  expect(width).toBeGreaterThan(4 * height);
});

test('a line whose photograph is gone from storage is not found, and says why', async () => {
  const everything = { page: 0, turns: 0, x0: 0, y0: 0, x1: 1, y1: 1 };
  const { household, params } = await photographed(everything, false);
  const answer = await ask(household, params);
  expect(answer).toMatchObject({
    status: 404,
    json: { detail: expect.stringContaining('już nie ma') },
  });
});

test('a line without a place, of another receipt or of another household is not found', async () => {
  const { household, params } = await photographed(null);
  expect((await ask(household, params)).status).toBe(404);
  expect((await ask(household, { ...params, receiptId: params.itemId })).status).toBe(404);
  const placed = await photographed({ page: 0, turns: 0, x0: 0, y0: 0, x1: 1, y1: 0.1 });
  expect((await ask(household, placed.params)).status).toBe(404);
});
