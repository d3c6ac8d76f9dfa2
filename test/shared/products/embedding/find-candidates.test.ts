import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAiEmbedder } from '#shared/llm/openai-embedder.ts';
import { embeddingCandidateFinder } from '#shared/products/embedding/find-candidates.ts';
import { productTexts } from '#shared/products/embedding/product-texts.ts';
import { products } from '#shared/products/product.ts';
import { log } from '#shared/telemetry/log.ts';
import { testDatabase } from '#test/support/database.ts';
import { inputOf, startEmbeddingServer } from '#test/support/embedding-server.ts';
import type { JsonService } from '#test/support/json-service.ts';

const database = testDatabase();
const texts = new Set(productTexts().map(({ text }) => text));
const calls = Math.ceil(texts.size / 32);
const SECRET = 'XQZWV TAJEMNICA 500G';
let server: JsonService;

beforeEach(() => database.query('delete from product_vectors'));
afterEach(() => {
  server?.close();
  vi.restoreAllMocks();
});

/** What a process of its own does: nothing in memory yet. */
function newProcess(signal = new AbortController().signal) {
  const find = embeddingCandidateFinder(
    openAiEmbedder({ url: `${server.url}/v1`, model: 'small-world' }),
  );
  return (names: readonly string[]) => find(names, signal);
}
const kept = async () => (await database.query('select 1 from product_vectors')).length;

/** Cosines of all products: one 1, one 0.6, the others 0. Rounded as deviations are. */
const mean = 1.6 / products().size;
const spread = Math.sqrt(1.36 / products().size - mean ** 2);
const above = (cosine: number) => Math.round(((cosine - mean) / spread) * 100) / 100;
const MEANT = [
  { id: 'ketchup', deviations: above(1) },
  { id: 'majonez', deviations: above(0.6) },
];

test('all products are placed once; another process asks about the names alone, in one call', async () => {
  server = await startEmbeddingServer();
  const first = await newProcess()([SECRET, 'XQZWV TAJEMNICA']);
  expect(first.get(SECRET)).toEqual(MEANT);
  expect(server.asked).toHaveLength(calls + 1);
  expect(await kept()).toBe(texts.size);

  const find = newProcess();
  const second = await find([SECRET, 'CHLEB BABCI']);
  expect([...second]).toEqual([
    [SECRET, MEANT],
    ['CHLEB BABCI', []],
  ]);
  await find([SECRET]);
  const later = server.asked.slice(calls + 1).map(inputOf);
  expect(later).toEqual([['xqzwv tajemnica', 'chleb babci'], ['xqzwv tajemnica']]);
});

test('what was placed before a failure stays, and the next receipt goes on from there', async () => {
  const warned = vi.spyOn(log, 'warn');
  server = await startEmbeddingServer({ failsAt: 2 });
  expect(await newProcess()([SECRET])).toEqual(new Map());
  expect(await kept()).toBe(64);
  expect(warned.mock.calls).toEqual([
    [
      'Names are matched without embeddings',
      {
        model: 'small-world',
        why: 'refused',
        detail: `status 503; 64 of ${texts.size} products' texts are kept`,
      },
    ],
  ]);
  server.close();
  server = await startEmbeddingServer();
  expect((await newProcess()([SECRET])).get(SECRET)).toEqual(MEANT);
  expect(server.asked).toHaveLength(calls - 2 + 1);
});

test('two processes that place the products at the same time do not hinder one another', async () => {
  server = await startEmbeddingServer();
  const found = await Promise.all([newProcess()([SECRET]), newProcess()([SECRET])]);
  expect(found.map((each) => each.get(SECRET))).toEqual([MEANT, MEANT]);
  expect(await kept()).toBe(texts.size);
});

test('names of another dimension than the products are not compared', async () => {
  const warned = vi.spyOn(log, 'warn');
  server = await startEmbeddingServer({ dimensions: (before) => (before < calls ? 3 : 4) });
  expect(await newProcess()([SECRET])).toEqual(new Map());
  const detail = '4 dimensions, and 3 are kept of products';
  expect(warned.mock.lastCall?.[1]).toMatchObject({ why: 'invalid', detail });
});

test('nor are products that a changed model left in several dimensions', async () => {
  server = await startEmbeddingServer({ dimensions: (before) => (before < 5 ? 3 : 4) });
  const warned = vi.spyOn(log, 'warn');
  expect(await newProcess()([SECRET])).toEqual(new Map());
  expect(warned.mock.lastCall?.[1]).toMatchObject({ why: 'invalid' });
});

test('nobody is asked without a model, without names, or about names without a word', async () => {
  server = await startEmbeddingServer();
  const { signal } = new AbortController();
  expect(await embeddingCandidateFinder(undefined)([SECRET], signal)).toEqual(new Map());
  expect(await newProcess()([])).toEqual(new Map());
  expect(await newProcess()(['4471 3,2%'])).toEqual(new Map());
  expect(server.asked).toEqual([]);
});

test.each([
  ['of the products', 0],
  ['of the names', calls],
])(
  'a model whose answer %s has not come when the caller’s time is up means nothing',
  async (_what, answers) => {
    const warned = vi.spyOn(log, 'warn');
    const limit = new AbortController();
    server = await startEmbeddingServer({ hangsAt: answers, onHang: () => limit.abort() });
    expect(await newProcess(limit.signal)([SECRET])).toEqual(new Map());
    expect(warned.mock.lastCall?.[1]).toMatchObject({ why: 'unreachable' });
    expect(server.asked).toHaveLength(answers + 1);
  },
);
