import { expect, test } from 'vitest';
import { handler } from '#functions/steps/match-products/handler.ts';
import { readObject, writeObject } from '#shared/clients/s3.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { learnAlias } from '#shared/products/alias-store.ts';
import { parseReceipt } from '#shared/receipts/parse-receipt.ts';
import { testDatabase } from '#test/support/database.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();

const lines = [
  'PARAGON FISKALNY',
  'MLEKO UHT 3,2% 1L 2 x 3,49 6,98 C',
  'XQZWV TAJEMNICA 1 x 4,99 4,99 C',
  'SUMA PLN 11,97',
].map((text) => ({ text, words: [] }));
const receipt = parseReceipt({
  engine: 'tesseract',
  variant: 'plain',
  lines,
  confidence: 1,
  milliseconds: 1,
});

async function matched(teach: boolean) {
  const who = await database.newHousehold();
  const run = await newRun(who);
  if (teach) {
    const product = { key: null, name: 'Sok babci' };
    await withHousehold(who, (client) =>
      learnAlias(client, who.householdId, 'XQZWV TAJEMNICA', product),
    );
  }
  const parsedKey = `parsed/${run.householdId}/${run.uploadId}.json`;
  const reading = { engine: 'tesseract', variant: 'plain', text: 't' };
  await writeObject(parsedKey, JSON.stringify({ receipt, reading }), 'application/json');
  const { matchedKey } = await handler({ ...run, readingsKey: 'r', parsedKey });
  return JSON.parse((await readObject(matchedKey)).toString()).items;
}

test('a printed name becomes a product with what its package holds', async () => {
  const [milk] = await matched(false);
  expect(milk).toMatchObject({
    productKey: 'mleko',
    category: 'dairy/milk',
    pack: { value: 1, unit: 'l' },
  });
});

test('an unknown name stays unknown and says so, until the household teaches it', async () => {
  const [, before] = await matched(false);
  expect(before).toMatchObject({
    productName: null,
    reasons: expect.arrayContaining(['unknown-product']),
  });
  const [, after] = await matched(true);
  expect(after).toMatchObject({ productKey: null, productName: 'Sok babci' });
});
