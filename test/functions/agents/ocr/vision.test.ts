import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readUploadedFile } from '#functions/agents/ocr/agent.ts';
import { inProcessReader } from '#functions/agents/ocr/in-process-reader.ts';
import { rereadDoubtfulLines } from '#functions/agents/ocr/reread-doubtful-lines.ts';
import { providerModel } from '#shared/llm/provider-model.ts';
import { chatProvider } from '#shared/llm/providers/chat-provider.ts';
import type { Reading } from '#shared/reading/model/reading.ts';
import { ReadingsFile } from '#shared/reading/model/readings-file.ts';
import { uprightPage } from '#shared/reading/pages/line-pictures.ts';
import { readFile } from '#shared/reading/read-file.ts';
import { stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';
import { logLines } from '#test/support/log-lines.ts';
import { PRINTED_ON_RECEIPT_6, stainedReceipt6, startSeeingServer } from '#test/support/seeing.ts';

/** The networks and Tesseract on their pieces; no other preparation. */
const maxVariants = 0;

let photo: Buffer;
let server: JsonService | undefined;
let readings: readonly Reading[];
beforeAll(async () => {
  photo = await stainedReceipt6(readFileSync('test/data/receipts/Receipt_6.jpeg'));
  readings = await readFile(photo, { isGood: () => false, maxVariants });
});
afterEach(() => server?.close());
afterAll(stopTesseract);

const modelAt = (url: string) => providerModel(chatProvider({ url: `${url}/v1`, model: 'eye' }));

test('a line whose numbers are stained is read by a model that sees, from pictures of single lines', async () => {
  expect(chooseReceipt(readings).receipt.balance.ok).toBe(false);
  server = await startSeeingServer(PRINTED_ON_RECEIPT_6);
  const vision = modelAt(server.url);
  const written: string[] = [];
  const { lines } = await logLines(() =>
    readUploadedFile(
      { householdId: 'h', uploadId: 'u', attempt: 1 },
      {
        reader: inProcessReader,
        readObject: async () => photo,
        writeObject: async (_key, body) => void written.push(body),
        countPages: async () => undefined,
        maxVariants,
        vision,
      },
    ),
  );
  const { readings: kept } = ReadingsFile.parse(JSON.parse(written[0] ?? ''));
  expect(kept.map(({ engine }) => engine).filter((one) => one === 'vision')).toHaveLength(1);
  const { receipt, reading } = chooseReceipt(kept);
  expect(reading.engine).toBe('vision');
  expect(receipt.balance).toEqual({ ok: true, difference: 0 });
  expect(receipt.items.map(({ net }) => net)).toEqual([928, 384, 952, 798, 169]);
  expect(receipt.items[3]).toMatchObject({ confidence: 0.5, reasons: ['read-by-model'] });
  expect(receipt.items[0]?.reasons).toEqual([]);
  expect(lines).toMatchObject([{ level: 'INFO', why: 'balances', kept: true, calls: 1 }]);
  expect(lines[0]).toMatchObject({ inputTokens: 900, outputTokens: 40, model: 'eye' });
  expect(lines[0]?.lines).toBeLessThanOrEqual(6);
});

const LEMONS = 'BIO CYTRYNY ŚWIEŻE I 2 * 3,99 7,98 B';

function answerOf(value: unknown) {
  const message = { content: JSON.stringify(value) };
  return () => ({ status: 200, body: { choices: [{ message }] } });
}

test.each([
  ['is away', 'unreachable', undefined],
  ['refuses', 'refused', () => ({ status: 500, body: {} })],
  ['answers a line it was not asked', 'invalid', answerOf({ lines: [{ line: 99, text: LEMONS }] })],
  [
    'answers a line twice',
    'invalid',
    answerOf({
      lines: [
        { line: 1, text: LEMONS },
        { line: 1, text: '' },
      ],
    }),
  ],
  ['answers more than lines', 'invalid', answerOf({ lines: [], total: '24,33' })],
])(
  'a model that %s leaves the readings as they were and one line in the log',
  async (_what, why, answer) => {
    server = answer && (await startJsonService(answer));
    const model = modelAt(server?.url ?? 'http://127.0.0.1:1');
    const { result, lines } = await logLines(() =>
      rereadDoubtfulLines((turns) => uprightPage(photo, turns), readings, model),
    );
    expect(result).toBe(readings);
    expect(lines).toMatchObject([{ level: 'WARN', why, kept: false, calls: 1 }]);
  },
);
