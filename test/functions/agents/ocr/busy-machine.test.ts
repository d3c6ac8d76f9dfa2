import { readFileSync } from 'node:fs';
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
async function read(name: string) {
  const written: string[] = [];
  await readUploadedFile(
    { householdId: 'h', uploadId: 'u', attempt: 1 },
    {
      reader: inProcessReader,
      readObject: async () => readFileSync(`test/data/receipts/${name}`),
      writeObject: async (_key, body) => void written.push(body),
    },
  );
  const { readings, isCutOff } = ReadingsFile.parse(JSON.parse(written[0] ?? ''));
  const timeless = readings.map(({ milliseconds: _, ...reading }) => reading);
  return { isCutOff, readings: timeless, receipt: chooseReceipt(readings, TODAY).receipt };
}

// One balances at once, the other only with the whole page read in another way.
test.each([
  ['Receipt_3.jpeg', 4],
  ['Receipt_6.jpeg', 5],
])(
  '%s is the same receipt on an idle machine and beside six busy loops',
  { timeout: LONG_LIMIT },
  async (name, count) => {
    const idle = await read(name);
    expect(idle.readings).toHaveLength(count);
    expect(idle.receipt.balance.ok).toBe(true);
    expect(await besideBusyLoops(6, () => read(name))).toEqual(idle);
  },
);
