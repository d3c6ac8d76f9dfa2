import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { readUploadedFile } from '#functions/agents/ocr/agent.ts';
import { handler } from '#functions/agents/ocr/handler.ts';
import { inProcessReader } from '#functions/agents/ocr/in-process-reader.ts';
import { writeObject } from '#shared/clients/s3.ts';
import { ReadingsFile } from '#shared/reading/model/readings-file.ts';
import { stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import { parseTextractLines } from '#shared/reading/textract/textract.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { testDatabase } from '#test/support/database.ts';
import { testStorage } from '#test/support/storage.ts';
import { levelCorners, textractAnswer } from '#test/support/textract-answer.ts';
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
function worldOf(bytes: Buffer, seenByTextract?: readonly string[]) {
  const written = new Map<string, string>();
  const pages: number[] = [];
  return {
    written,
    pages,
    deps: {
      reader: inProcessReader,
      readObject: async (key: string) => {
        if (key !== 'uploads/h/u') throw new Error(`no object ${key}`);
        return bytes;
      },
      writeObject: async (key: string, body: string) => void written.set(key, body),
      countPages: async (count: number) => void pages.push(count),
      ...(seenByTextract && { textract: async () => parseTextractLines(answerOf(seenByTextract)) }),
    },
  };
}

/** Lines of a level page with letters of equal width, as on paper. */
function answerOf(texts: readonly string[]) {
  const words = texts.flatMap((text, line) => {
    const [top, bottom] = [0.1 + line * 0.03, 0.125 + line * 0.03];
    return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
      const [left, right] = [0.1 + index * 0.02, 0.1 + (index + word.length) * 0.02];
      return { text: word, line, corners: levelCorners(left, top, right, bottom) };
    });
  });
  return textractAnswer(words);
}

async function readingsOf(seenByTextract: readonly string[]): Promise<ReadingsFile['readings']> {
  const { deps, written, pages } = worldOf(photo, seenByTextract);
  // No whole pages: the pieces of text are what is asked about.
  await readUploadedFile(run, { ...deps, maxVariants: 0 });
  expect(pages).toEqual([1]);
  return fileIn(written).readings;
}

function fileIn(written: ReadonlyMap<string, string>): ReadingsFile {
  return ReadingsFile.parse(JSON.parse(written.get('readings/h/u.json') ?? ''));
}

const BALANCED = [
  'LIDL sp. z o.o. sp. k.',
  'NIP 781-18-97-358',
  '2026-11-20         10:15',
  'PARAGON FISKALNY',
  'Mleko UHT 3,2% 1L  2 x 3,49    6,98 C',
  'Chleb              1 x 4,99    4,99 C',
  'Sprzed. opod. PTU C           11,97',
  'Kwota C 05,00%                 0,57',
  'SUMA PLN                      11,97',
];

test('a Textract reading that balances is enough', async () => {
  const readings = await readingsOf(BALANCED);
  expect(readings).toMatchObject([
    { engine: 'textract', variant: 'plain', confidence: expect.closeTo(0.9952) },
  ]);
  const texts = readings[0]?.lines.map(({ text }) => text);
  expect(texts).toEqual(BALANCED.map((line) => line.replaceAll(/ +/g, ' ')));
});

test('one that does not is a voter and a candidate among others', async () => {
  const readings = await readingsOf(['LIDL']);
  expect(readings.slice(0, 3).map(({ engine, variant }) => `${engine} ${variant}`)).toEqual([
    'paddle voted',
    'paddle lines',
    'textract plain',
  ]);
});

test('what was read when the time limit neared is kept, and marked as cut off', async () => {
  const limit = new AbortController();
  const { deps, written } = worldOf(photo, ['LIDL']);
  const textract = async () => {
    limit.abort();
    return parseTextractLines(answerOf(['LIDL']));
  };
  await readUploadedFile(run, { ...deps, textract, signal: limit.signal });
  expect(fileIn(written)).toMatchObject({ isCutOff: true, readings: [{ engine: 'textract' }] });
});

test('a reading without doubt is whole, whatever the time', async () => {
  const limit = new AbortController();
  const { deps, written } = worldOf(photo);
  const textract = async () => {
    limit.abort();
    return parseTextractLines(answerOf(BALANCED));
  };
  await readUploadedFile(run, { ...deps, textract, signal: limit.signal });
  expect(fileIn(written)).toMatchObject({ isCutOff: false, readings: [{ engine: 'textract' }] });
});

test('a file of which nothing was read in time fails by a code of its own', async () => {
  const household = await database.newHousehold();
  const upload = await newRun(household);
  await writeObject(uploadKey(upload.householdId, upload.uploadId), photo, 'image/jpeg');
  const context = { getRemainingTimeInMillis: () => 1_000 };
  await expect(handler(upload, context)).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'reading-cut-off',
  });
});

test.each([
  ['an empty file', Buffer.alloc(0), 'file-empty'],
  ['a renamed program', Buffer.from(`MZ${'\0'.repeat(200)}`), 'file-type'],
  ['half a photograph', photo.subarray(0, 40_000), 'file-truncated'],
])('%s is refused for good: %s', async (_what, bytes, code) => {
  await expect(readUploadedFile(run, worldOf(bytes).deps)).rejects.toMatchObject({ code });
});
