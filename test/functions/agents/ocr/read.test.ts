import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { readUploadedFile } from '#functions/agents/ocr/agent.ts';
import { handler } from '#functions/agents/ocr/handler.ts';
import { writeObject } from '#shared/clients/s3.ts';
import type { Reading } from '#shared/reading/reading.ts';
import { stopTesseract } from '#shared/reading/tesseract.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { testDatabase } from '#test/support/database.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();
afterAll(stopTesseract);

const photo = readFileSync('test/data/receipts/Receipt_6.jpeg');

test('a photograph in storage becomes readings in storage, and the upload is reading', async () => {
  const run = await newRun(await database.newHousehold());
  await writeObject(uploadKey(run.householdId, run.uploadId), photo, 'image/jpeg');
  expect(await handler(run)).toEqual({
    ...run,
    readingsKey: `readings/${run.householdId}/${run.uploadId}.json`,
  });
  const rows = await database.query('select status from uploads where id = $1', [run.uploadId]);
  expect(rows).toEqual([{ status: 'reading' }]);
});

const run = { householdId: 'h', uploadId: 'u', attempt: 1 };

/** An agent's world of one file; what it was not told about it refuses. */
function worldOf(bytes: Buffer, textract?: Reading) {
  const written = new Map<string, string>();
  return {
    written,
    deps: {
      readObject: async (key: string) => {
        if (key !== 'uploads/h/u') throw new Error(`no object ${key}`);
        return bytes;
      },
      writeObject: async (key: string, body: string) => void written.set(key, body),
      ...(textract && { textract: async () => textract }),
    },
  };
}

test('a Textract reading that balances is enough', async () => {
  const lines = [
    'LIDL sp. z o.o. sp. k.',
    'NIP 781-18-97-358',
    '2026-11-20 10:15',
    'PARAGON FISKALNY',
    'Mleko UHT 3,2% 1L 2 x 3,49 6,98 C',
    'Chleb 1 x 4,99 4,99 C',
    'Sprzed. opod. PTU C 11,97',
    'Kwota C 05,00% 0,57',
    'SUMA PLN 11,97',
  ].map((text) => ({ text, words: [] }));
  const good: Reading = {
    engine: 'textract',
    variant: 'plain',
    lines,
    confidence: 0.95,
    milliseconds: 1,
  };
  const { deps, written } = worldOf(photo, good);
  await readUploadedFile(run, deps);
  expect(JSON.parse(written.get('readings/h/u.json') ?? '')).toHaveLength(1);
});

test('one that does not is a candidate among others', async () => {
  const bad: Reading = {
    engine: 'textract',
    variant: 'plain',
    lines: [],
    confidence: 0.1,
    milliseconds: 1,
  };
  const { deps, written } = worldOf(photo, bad);
  await readUploadedFile(run, deps);
  const engines = JSON.parse(written.get('readings/h/u.json') ?? '').map(
    ({ engine }: Reading) => engine,
  );
  expect(engines.slice(0, 2)).toEqual(['textract', 'paddle']);
});

test.each([
  ['an empty file', Buffer.alloc(0), 'file-empty'],
  ['a renamed program', Buffer.from(`MZ${'\0'.repeat(200)}`), 'file-type'],
  ['half a photograph', photo.subarray(0, 40_000), 'file-truncated'],
])('%s is refused for good: %s', async (_what, bytes, code) => {
  await expect(readUploadedFile(run, worldOf(bytes).deps)).rejects.toMatchObject({ code });
});
