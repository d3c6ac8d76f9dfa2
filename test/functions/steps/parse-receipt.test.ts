import { expect, test } from 'vitest';
import { handler } from '#functions/steps/parse-receipt/handler.ts';
import { readObject, writeObject } from '#shared/clients/s3.ts';
import type { Reading } from '#shared/reading/model/reading.ts';
import { testDatabase } from '#test/support/database.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();

function reading(variant: string, texts: string[]): Reading {
  const lines = texts.map((text) => ({ text, words: [] }));
  return { engine: 'tesseract', variant, lines, confidence: 0.9, milliseconds: 1 };
}
const printed = [
  'PARAGON FISKALNY',
  'Mleko 2 x 3,49 6,98 C',
  'Chleb 1 x 4,99 4,99 C',
  'SUMA PLN 11,97',
];
const misread = printed.map((line) => line.replace('6,98', '9,63').replace('3,49', '7,77'));

async function parsed(readings: Reading[], isCutOff = false) {
  const run = await newRun(await database.newHousehold());
  const readingsKey = `readings/${run.householdId}/${run.uploadId}.json`;
  await writeObject(readingsKey, JSON.stringify({ readings, isCutOff }), 'application/json');
  const { parsedKey } = await handler({ ...run, readingsKey });
  return JSON.parse((await readObject(parsedKey)).toString());
}

test('of several readings the one that balances goes on, with its text', async () => {
  const file = await parsed([reading('plain', misread), reading('contrast', printed)]);
  expect(file.reading).toEqual({
    engine: 'tesseract',
    variant: 'contrast',
    text: printed.join('\n'),
  });
  expect(file.receipt).toMatchObject({ total: 1197, balance: { ok: true, difference: 0 } });
});

test('a photograph without any text is an unreadable receipt, not a failure', async () => {
  const file = await parsed([reading('plain', [])]);
  expect(file.receipt).toMatchObject({ items: [], total: null });
  expect(file.receipt.reasons).toContain('unreadable');
});

test('a receipt whose reading was cut off is marked, also when it balances', async () => {
  const whole = await parsed([reading('plain', printed)]);
  expect(whole.receipt.reasons).not.toContain('reading-cut-off');
  const inPart = await parsed([reading('plain', printed)], true);
  expect(inPart.receipt).toMatchObject({ balance: { ok: true } });
  expect(inPart.receipt.reasons).toContain('reading-cut-off');
});
