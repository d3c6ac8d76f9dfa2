import { expect, test } from 'vitest';
import { handler } from '#functions/api/receipts/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { saveReceipt } from '#shared/receipts/records/receipt-save.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { matchedReceipt, SHOPPING } from '#test/support/matched-receipt.ts';
import {
  another,
  change,
  confirm,
  LINE_LOST,
  newReceipt,
  RECEIPT,
  RECEIPTS,
  read,
  remove,
} from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();

const lots = async (household: HouseholdContext) =>
  (await database.query('select 1 from lots where household_id = $1', [household.householdId]))
    .length;

test('a receipt is shown with shop, instant, items, taxes, sums and its image', async () => {
  const { household, receiptId } = await newReceipt(database);
  const { json, status } = await read(household, receiptId);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    status: 'done',
    merchant: { chain: 'Lidl', nip: '7811897358' },
    purchasedAt: '2026-11-20T10:15:00+01:00',
    total: { amount: '12.47', currency: 'PLN' },
    balance: { ok: true, difference: { amount: '0.00' } },
    reading: { engine: 'tesseract', text: SHOPPING.join('\n') },
  });
  expect(json.items[0]).toMatchObject({
    line: 1,
    product: { id: 'mleko', name: 'mleko' },
    quantity: { value: '2', unit: 'szt' },
    printed: { fatPercent: 3.2, package: { count: 1, value: '1', unit: 'l' }, brand: null },
    net: { amount: '6.98' },
    vat: 'C',
  });
  expect(json.image.url).toContain('X-Amz-Signature');
});

test('another household’s receipt does not exist', async () => {
  const { receiptId } = await newReceipt(database);
  expect((await read(await database.newHousehold(), receiptId)).status).toBe(404);
});

test('a correction balances again, and confirming fills the pantry once', async () => {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  const before = await read(household, receiptId);
  expect(before.json).toMatchObject({
    status: 'needs-review',
    balance: { difference: { amount: '-4.99' } },
  });
  const corrected = await change(household, receiptId, { total: '7.48' });
  expect(corrected.json.balance).toEqual({
    ok: true,
    difference: { amount: '0.00', currency: 'PLN' },
  });
  expect(await lots(household)).toBe(0);
  const first = await confirm(household, receiptId);
  expect(first.json.bookingIds).toHaveLength(1);
  expect((await confirm(household, receiptId)).json).toEqual(first.json);
  expect(await lots(household)).toBe(1);
});

test('confirming ends its upload too, and the upload asks for nothing more', async () => {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  const upload = () =>
    database.query(
      `select u.status, u.problem ->> 'code' as problem
       from uploads u join receipts r on r.upload_id = u.id where r.id = $1`,
      [receiptId],
    );
  expect(await upload()).toEqual([{ status: 'needs-review', problem: 'please-check' }]);
  await confirm(household, receiptId);
  expect(await upload()).toEqual([{ status: 'done', problem: null }]);
});

test('one that does not balance can be confirmed all the same and stays marked', async () => {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  await confirm(household, receiptId);
  const { json } = await read(household, receiptId);
  expect(json).toMatchObject({ status: 'done', balance: { ok: false } });
});

test('a corrected product is learned, and its lot is renamed', async () => {
  const { household, receiptId } = await newReceipt(database);
  const [item] = (await read(household, receiptId)).json.items;
  const body = { items: [{ id: item.id, product: { name: 'Mleko od Basi' } }] };
  const changed = await change(household, receiptId, body);
  expect(changed.json.items[0].product).toMatchObject({ name: expect.stringMatching(/mleko/i) });
  const aliases = await withHousehold(household, readAliases);
  expect(aliases).toHaveLength(1);
});

test('a change without a version or of an unknown item is refused', async () => {
  const { household, receiptId } = await newReceipt(database);
  const params = { receiptId };
  const body = { total: '1.00' };
  const blind = await call(handler, {
    method: 'PATCH',
    resource: RECEIPT,
    params,
    household,
    body,
  });
  expect(blind.status).toBe(428);
  const unknown = await change(household, receiptId, { items: [{ id: receiptId, name: 'x' }] });
  expect([unknown.status, unknown.json.code]).toEqual([404, 'unknown-item']);
});

test('deleting a receipt takes back its untouched lots from the pantry', async () => {
  const { household, receiptId } = await newReceipt(database);
  expect((await remove(household, receiptId)).status).toBe(204);
  expect(await lots(household)).toBe(0);
  expect((await read(household, receiptId)).status).toBe(404);
});

test('lists go through their pages, newest first', async () => {
  const household = await database.newHousehold();
  for (const number of ['575263', '575264', '575265']) {
    const lines = SHOPPING.map((line) => line.replace('575263', number));
    await saveReceipt(await newRun(household), matchedReceipt(lines));
  }
  const first = await call(handler, { resource: RECEIPTS, household, query: { limit: '2' } });
  expect(first.json.items).toHaveLength(2);
  const query = { limit: '2', cursor: first.json.next };
  const second = await call(handler, { resource: RECEIPTS, household, query });
  expect(second.json).toMatchObject({ items: [{ status: 'done' }], next: null });
});

test('a review shows the doubtful lines alone, each with what it may be', async () => {
  const unknown = SHOPPING.map((line) => line.replace('CHLEB', 'XQZWV'));
  const { household, receiptId } = await newReceipt(database, unknown);
  const resource = `${RECEIPT}/review`;
  const { json } = await call(handler, { resource, params: { receiptId }, household });
  expect(json).toMatchObject({ receiptId, balance: { ok: true } });
  expect(json.lines).toEqual([
    expect.objectContaining({ name: 'XQZWV', reasons: ['unknown-product'], candidates: [] }),
  ]);
});

test('one call adds the missed line, confirms, and fills the pantry', async () => {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  const add = [{ name: 'CHLEB', gross: '4.99', vat: 'C' }];
  const changed = await change(household, receiptId, { add, confirm: true });
  expect(changed.json).toMatchObject({ status: 'done', balance: { ok: true } });
  expect(changed.json.items.at(-1)).toMatchObject({
    name: 'CHLEB',
    product: { id: 'chleb' },
    kind: 'food',
    unitPrice: { amount: '4.99' },
  });
  expect(await lots(household)).toBe(2);
});

test('a line added to a receipt whose food is in the pantry goes there alone', async () => {
  const { household, receiptId } = await newReceipt(database);
  await change(household, receiptId, { add: [{ name: 'MASŁO', gross: '7.00' }] });
  expect(await lots(household)).toBe(3);
});

test('a second photograph of a purchase is linked to the first and fills nothing', async () => {
  const { household, receiptId } = await newReceipt(database);
  const again = await another(database, household, SHOPPING);
  expect((await read(household, again)).json.duplicateOf).toBe(receiptId);
  expect((await confirm(household, again)).json.bookingIds).toEqual([]);
  expect(await lots(household)).toBe(2);
});

test('a photograph without its number is known by the minute; another minute is another purchase', async () => {
  const { household, receiptId } = await newReceipt(database);
  const without = SHOPPING.map((line) => line.replace(' nr wydr. 575263', ''));
  const same = await another(database, household, without);
  expect((await read(household, same)).json.duplicateOf).toBe(receiptId);
  const later = await another(
    database,
    household,
    without.map((line) => line.replace('10:15', '10:16')),
  );
  expect((await read(household, later)).json.duplicateOf).toBeNull();
});

test('when the first photograph was not good enough, the second fills the pantry, and the first no more', async () => {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  expect(await lots(household)).toBe(0);
  const again = await another(database, household, SHOPPING);
  expect((await read(household, again)).json.duplicateOf).toBe(receiptId);
  expect(await lots(household)).toBe(2);
  await confirm(household, receiptId);
  expect(await lots(household)).toBe(2);
});

test('a corrected line has what was read and what it is now', async () => {
  const misread = SHOPPING.map((line) => line.replace('4,99 4,99 C', '4,99 4,90 C'));
  const { household, receiptId } = await newReceipt(database, misread);
  const { json } = await read(household, receiptId);
  expect(json).toMatchObject({ status: 'done', balance: { ok: true } });
  expect(json.items[1]).toMatchObject({
    gross: { amount: '4.99' },
    reasons: ['repaired'],
    repairs: [{ field: 'gross', now: '4.99' }],
  });
});

test('a corrected category, size and kind are learned for the spelling the till printed', async () => {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  const [item] = (await read(household, receiptId)).json.items;
  const correct = (more: object) =>
    change(household, receiptId, { items: [{ id: item.id, ...more }] });
  await correct({ name: 'Mleko Basi', category: 'dairy/fermented' });
  await correct({ package: { value: '0.9', unit: 'l' } });
  const last = await correct({ product: { id: 'szampon' } });
  expect(last.json.items[0]).toMatchObject({ kind: 'non-food', category: 'care/hair' });
  const [lesson, ...others] = await withHousehold(household, readAliases);
  expect(others).toEqual([]);
  expect(lesson).toMatchObject({
    alias: 'MLEKO UHT',
    productId: 'szampon',
    pack: { value: 0.9, unit: 'l' },
    printedSize: '1x1 l',
  });
  const unknown = await correct({ category: 'dairy/moon' });
  expect([unknown.status, unknown.json.code]).toEqual([422, 'unknown-category']);
});
