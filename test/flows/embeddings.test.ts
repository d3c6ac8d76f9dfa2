import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { contextOf } from '#cdk/local/context.ts';
import { Receipt, Review } from '#shared/receipts/records/receipt-schema.ts';
import { inputOf, startEmbeddingServer } from '#test/support/embedding-server.ts';
import type { JsonService } from '#test/support/json-service.ts';
import { SHOPPING } from '#test/support/matched-receipt.ts';
import { pdfReceipt } from '#test/synthetic/e-receipt/pdf.ts';
import { FONTS } from '#test/synthetic/fonts.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { assemblyOf, runningSystem } from './running-system.ts';
import { ended } from './system.ts';

const MODEL_KEY = 'sk-of-the-flow';
let embeddings: JsonService;
afterAll(() => embeddings?.close());
const system = runningSystem(async (data) => {
  embeddings = await startEmbeddingServer();
  const given = ['-c', `modelUrl=${embeddings.url}/v1`, '-c', 'embeddingModel=small-world'];
  return { ...(await assemblyOf(data, contextOf(given, MODEL_KEY))), MODEL_KEY };
});

/** An e-receipt whose second line is of the name and on which all else is known. */
async function shopping(name: string, number: string) {
  const lines = SHOPPING.map((line) =>
    line
      .replace('CHLEB', name)
      .replace('575263', number)
      .replace('10:15', `11:${number.slice(-2)}`),
  );
  const form = { columns: 40, point: ',', dots: 384 } as const;
  const print = lines.map((left) => ({ left, right: '', centre: '', size: 'normal' as const }));
  const pdf = pdfReceipt({ lines: print, form, font: FONTS.cousine }, 1, randomFrom(1));
  const { uploadId } = await system.json('/api/v2/upload?kind=receipt', {
    method: 'POST',
    headers: { 'content-type': 'application/pdf' },
    body: new Uint8Array(pdf),
  });
  const { receiptId } = await ended(system, uploadId);
  const response = await system.fetch(`/api/v2/receipts/${receiptId}`);
  const receipt = z.parse(Receipt, await response.json());
  return { path: `/api/v2/receipts/${receiptId}`, receipt, etag: response.headers.get('etag') };
}

const NAME = 'XQZWV TAJEMNICA';

test('an unknown name is asked with what a model says, and taught once it is asked nowhere again', async () => {
  const first = await shopping(NAME, '575201');
  const line = first.receipt.items.find(({ name }) => name === NAME);
  expect(line).toMatchObject({ product: null, reasons: ['unknown-product'] });
  const review = z.parse(Review, await system.json(`${first.path}/review`));
  expect(review.lines).toMatchObject([
    { name: NAME, candidates: [{ id: 'ketchup' }, { id: 'majonez' }] },
  ]);
  expect(embeddings.asked.map(inputOf).at(-1)).toEqual(['xqzwv tajemnica']);

  const taught = await system.fetch(first.path, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': first.etag ?? '' },
    body: JSON.stringify({ items: [{ id: line?.id, product: { id: 'ketchup' } }] }),
  });
  expect(taught.status).toBe(200);

  const before = embeddings.asked.length;
  const second = await shopping(NAME, '575202');
  const known = second.receipt.items.find(({ name }) => name === NAME);
  expect(known).toMatchObject({ product: { id: 'ketchup' }, reasons: [] });
  expect(embeddings.asked).toHaveLength(before);
});

test('a second start asks about the name alone: the products’ vectors are kept', async () => {
  const before = embeddings.asked.length;
  await system.restart();
  await shopping('QWXYZ BABCI', '575203');
  expect(embeddings.asked.slice(before).map(inputOf)).toEqual([['qwxyz babci']]);
});

test('each question carries the key, which lies in no file', () => {
  const sent = new Set(embeddings.asked.map(({ authorization }) => authorization));
  expect([...sent]).toEqual([`Bearer ${MODEL_KEY}`]);
  // grep answers 1 when it found nothing.
  expect(spawnSync('grep', ['-rlF', MODEL_KEY, system.data], { encoding: 'utf8' })).toMatchObject({
    stdout: '',
    status: 1,
  });
});

test('with the model gone a receipt is read as without one', async () => {
  embeddings.close();
  const { path, receipt } = await shopping('ZXQVW CIOCI', '575204');
  expect(receipt.status).toBe('done');
  const review = z.parse(Review, await system.json(`${path}/review`));
  expect(review.lines).toMatchObject([{ name: 'ZXQVW CIOCI', candidates: [] }]);
});
