import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { readUploadedFile } from '#functions/agents/ocr/agent.ts';
import { inProcessReader } from '#functions/agents/ocr/in-process-reader.ts';
import { ReadingsFile } from '#shared/reading/model/readings-file.ts';
import { stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { besideBusyLoops } from '#test/support/busy-loops.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';

afterAll(stopTesseract);

const TODAY = new Date('2026-11-24');

/** What the agent leaves of a photograph, without what each reading took, and the receipt it makes. */
async function read(photo: Buffer) {
  const written: string[] = [];
  await readUploadedFile(
    { householdId: 'h', uploadId: 'u', attempt: 1 },
    {
      reader: inProcessReader,
      readObject: async () => photo,
      writeObject: async (_key, body) => void written.push(body),
      countPages: async () => undefined,
    },
  );
  const { readings, isCutOff } = ReadingsFile.parse(JSON.parse(written[0] ?? ''));
  const timeless = readings.map(({ milliseconds: _, ...reading }) => reading);
  return { isCutOff, readings: timeless, receipt: chooseReceipt(readings, TODAY).receipt };
}

const photo = (name: string) => readFileSync(`test/data/receipts/${name}`);
const outOfFocus = async (name: string) =>
  await sharp(photo(name)).rotate().blur(3).jpeg().toBuffer();

// One is read at once, the other only with the whole page prepared in other ways.
test.each([
  ['a photograph', 1, async () => photo('Receipt_3.jpeg')],
  ['one out of focus', 3, () => outOfFocus('receipt_id_17.jpg')],
])(
  '%s is the same receipt on an idle machine and beside six busy loops',
  { timeout: LONG_LIMIT },
  async (_what, count, taken) => {
    const bytes = await taken();
    const idle = await read(bytes);
    expect(idle.readings).toHaveLength(count);
    expect(idle.receipt.items.length).toBeGreaterThan(0);
    expect(await besideBusyLoops(6, () => read(bytes))).toEqual(idle);
  },
);
