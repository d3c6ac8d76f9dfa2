import { expect, test } from 'vitest';
import { handler } from '#functions/steps/match-products/handler.ts';
import { readObject, writeObject } from '#shared/clients/s3.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { learnAlias, readAliases } from '#shared/products/alias-store.ts';
import { matchItems, unknownNames } from '#shared/receipts/matching/receipt-matching.ts';
import { receiptOf } from '#test/shared/receipts/text-reading.ts';
import { testDatabase } from '#test/support/database.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();

const receipt = receiptOf(
  [
    'PARAGON FISKALNY',
    'MLEKO UHT 3,2% 1L 2 x 3,49 6,98 C',
    'XQZWV TAJEMNICA 1 x 4,99 4,99 C',
    'SUMA PLN 11,97',
  ].join('\n'),
);

async function matched(teach: boolean) {
  const who = await database.newHousehold();
  const run = await newRun(who);
  if (teach) {
    const product = { key: null, name: 'Sok babci' };
    await withHousehold(who, (client) =>
      learnAlias(client, who.householdId, 'XQZWV TAJEMNICA', { product }),
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

test('an unknown name stays marked as unknown, until the household teaches it', async () => {
  const [, before] = await matched(false);
  expect(before).toMatchObject({
    productName: null,
    reasons: expect.arrayContaining(['unknown-product']),
  });
  const [, after] = await matched(true);
  expect(after).toMatchObject({ productKey: null, productName: 'Sok babci' });
});

test('one lesson holds for the kind, the size and what OCR makes of the spelling', async () => {
  const who = await database.newHousehold();
  const printed = 'TAJEMNICA BABCI 500G';
  const lesson = {
    product: { key: null, name: 'Powidła babci', category: 'jars/spreads' },
    kind: 'food' as const,
    pack: { value: 480, unit: 'g' },
  };
  const aliases = await withHousehold(who, async (client) => {
    await learnAlias(client, who.householdId, printed, lesson);
    return await readAliases(client);
  });
  const [line] = receipt.items;
  if (line === undefined) throw new Error('no line');
  const named = (name: string) =>
    matchItems({ ...receipt, items: [{ ...line, name }] }, aliases)[0];
  const known = { productName: 'Powidła babci', category: 'jars/spreads', kind: 'food' };
  expect(named(printed)).toMatchObject({ ...known, pack: { value: 480, unit: 'g' } });
  expect(named('TAJEMNlCA BA8CI 500G')).toMatchObject({ ...known, pack: { value: 480 } });
  // Another printed size is another package.
  expect(named('TAJEMNICA BABCI 900G')).toMatchObject({ ...known, pack: { value: 900 } });
});

test('a lesson about the kind alone keeps non-food out, and later ones add to it', async () => {
  const who = await database.newHousehold();
  const after = await withHousehold(who, async (client) => {
    await learnAlias(client, who.householdId, 'MLEKO DO CIAŁA', { kind: 'non-food' });
    await learnAlias(client, who.householdId, 'MLEKO DO CIAŁA', {
      product: { key: 'krem', name: 'krem' },
    });
    return await readAliases(client);
  });
  expect(after).toMatchObject([{ kind: 'non-food', productId: 'krem' }]);
});

test('a model is asked about unknown food, each name once, and about nothing else', async () => {
  const [line] = receipt.items;
  if (line === undefined) throw new Error('no line');
  const names = ['XQZWV', 'XQZWV', 'QWVXZ BABCI', 'MLEKO', 'SZAMPON', 'TORBA FOLIOWA'];
  const items = names.map((name) => ({ ...line, name }));
  const aliases = [
    { alias: 'QWVXZ BABCI', productId: null, kind: 'non-food' as const },
    { alias: 'ZUPA WXQ', productId: 'zupa' },
  ];
  const all = { ...receipt, items: [...items, { ...line, name: 'ZUPA WXQ' }] };
  expect(unknownNames(all, aliases)).toEqual(['XQZWV']);
});
