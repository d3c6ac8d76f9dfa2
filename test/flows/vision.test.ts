import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import type { JsonService } from '#test/support/json-service.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { PRINTED_ON_RECEIPT_6, stainedReceipt6, startSeeingServer } from '#test/support/seeing.ts';
import { assemblyOf, runningSystem } from './running-system.ts';
import { scan } from './system.ts';

let server: JsonService;
afterAll(async () => {
  server?.close();
  await stopTesseract();
});
const system = runningSystem(async (data) => {
  server = await startSeeingServer(PRINTED_ON_RECEIPT_6);
  // What `npm start -- -c visionModel=eye -c modelUrl=…` does.
  return await assemblyOf(data, { visionModel: 'eye', modelUrl: `${server.url}/v1` });
});

test('a stained photograph is read with a household’s own model, and a person looks at what only that saw', {
  timeout: LONG_LIMIT,
}, async () => {
  const photo = await stainedReceipt6(readFileSync('test/data/receipts/Receipt_6.jpeg'));
  const upload = await scan(system, new Uint8Array(photo));
  const logFile = readFileSync(join(system.data, 'functions.log'), 'utf8');
  const summaries = logFile.split('\n').filter((line) => line.includes('looked at doubtful lines'));
  expect(summaries.join()).toMatch(/"why":"balances"/);
  expect(upload.status).toBe('needs-review');
  const receipt = await system.json(`/api/v2/receipts/${upload.receiptId}`);
  expect(receipt).toMatchObject({
    balance: { ok: true },
    total: { amount: '32.31' },
    reading: { engine: 'vision' },
  });
  expect(receipt.items.map(({ net }) => net.amount)).toEqual([
    '9.28',
    '3.84',
    '9.52',
    '7.98',
    '1.69',
  ]);
  const review = await system.json(`/api/v2/receipts/${upload.receiptId}/review`);
  expect(review).toMatchObject({
    lines: expect.arrayContaining([
      expect.objectContaining({
        name: expect.stringMatching(/^BIO CYTRYNY/),
        reasons: expect.arrayContaining(['read-by-model']),
        image: expect.any(String),
      }),
    ]),
  });
  expect(server.asked.length).toBeLessThanOrEqual(2);
});

test('a photograph that balances is sent to no model', { timeout: LONG_LIMIT }, async () => {
  const before = server.asked.length;
  const photo = new Uint8Array(readFileSync('test/data/receipts/Receipt_1.jpg'));
  const upload = await scan(system, photo);
  const receipt = await system.json(`/api/v2/receipts/${upload.receiptId}`);
  expect(receipt).toMatchObject({ balance: { ok: true } });
  expect(server.asked).toHaveLength(before);
});
