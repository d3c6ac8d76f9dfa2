import type { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as keys from '#shared/clients/secrets.ts';
import { ENV } from '#shared/env.ts';
import { bedrockEmbedder, type Invoker } from '#shared/llm/bedrock-embedder.ts';
import { configuredEmbedder } from '#shared/llm/configured-embedder.ts';
import { openAiEmbedder } from '#shared/llm/openai-embedder.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';

const neverAborted = new AbortController().signal;
let server: JsonService | undefined;
afterEach(() => {
  server?.close();
  vi.unstubAllEnvs();
});

/** Lists of numbers, whatever precision they were kept with. */
const numbers = (vectors: readonly Float32Array[]) =>
  vectors.map((vector) => [...vector].map((one) => Math.round(one * 1e6) / 1e6));

describe('a server that speaks embeddings', () => {
  async function serve(body: (input: string[]) => unknown, status = 200) {
    server = await startJsonService(({ body: sent }) => ({
      status,
      body: body(JSON.parse(sent).input),
    }));
    return server.url;
  }
  const embedder = (url: string, model = 'bge-m3') => openAiEmbedder({ url: `${url}/v1/`, model });

  test('answers in any order; vectors come back in that of the texts, of length 1', async () => {
    const url = await serve(() => ({
      object: 'list',
      data: [
        { object: 'embedding', index: 1, embedding: [0, -2] },
        { object: 'embedding', index: 0, embedding: [3, 4] },
      ],
      model: 'bge-m3',
      usage: { prompt_tokens: 4, total_tokens: 4 },
    }));
    const answer = await embedder(url).embed(['mleko', 'ser'], 'document', neverAborted);
    expect(answer.ok && numbers(answer.vectors)).toEqual([
      [0.6, 0.8],
      [0, -1],
    ]);
    expect(server?.asked).toMatchObject([{ method: 'POST', url: '/v1/embeddings' }]);
    const sent = JSON.parse(server?.asked[0]?.body ?? '');
    expect(sent).toEqual({ model: 'bge-m3', input: ['mleko', 'ser'] });
  });

  const each = (input: string[]) => ({
    data: input.map((text, index) => ({ index, embedding: [text.length, 1] })),
  });

  test('gets many texts in calls of 32', async () => {
    const url = await serve(each);
    const texts = Array.from({ length: 70 }, (_, at) => 'x'.repeat(at + 1));
    const answer = await embedder(url).embed(texts, 'query', neverAborted);
    const sizes = server?.asked.map(({ body }) => JSON.parse(body).input.length);
    expect(sizes).toEqual([32, 32, 6]);
    const slopes = answer.ok ? answer.vectors.map(([x = 0, y = 1]) => Math.round(x / y)) : [];
    expect(slopes).toEqual(texts.map(({ length }) => length));
  });

  test.each([
    ['intfloat/multilingual-e5-large', 'passage: ser', 'query: ser'],
    ['nomic-embed-text:v1.5', 'search_document: ser', 'search_query: ser'],
    ['bge-m3', 'ser', 'ser'],
  ])('%s finds before a text what it was trained on', async (model, document, query) => {
    const url = await serve(each);
    await embedder(url, model).embed(['ser'], 'document', neverAborted);
    await embedder(url, model).embed(['ser'], 'query', neverAborted);
    const inputs = server?.asked.map(({ body }) => JSON.parse(body).input);
    expect(inputs).toEqual([[document], [query]]);
  });

  test.each<[string, unknown]>([
    ['an error in JSON', { error: 'no such model' }],
    ['too few', { data: [] }],
    ['numbers that are none', { data: [{ index: 0, embedding: [1, null] }] }],
    ['numbers without end', { data: [{ index: 0, embedding: [1e308, 1e308, 1e308, 1e308] }] }],
    ['no direction', { data: [{ index: 0, embedding: [0, 0] }] }],
    ['no numbers', { data: [{ index: 0, embedding: [] }] }],
  ])('that sends %s is not believed', async (_what, body) => {
    const url = await serve(() => body);
    const answer = await embedder(url).embed(['ser'], 'query', neverAborted);
    expect(answer).toMatchObject({ ok: false, why: 'invalid' });
  });

  test('that answers in several dimensions is not believed, within a call and between two', async () => {
    const growing = (input: string[]) => ({
      data: input.map((text, index) => ({ index, embedding: Array(text.length).fill(1) })),
    });
    const ask = embedder(await serve(growing));
    const two = await ask.embed(['x', 'xx'], 'query', neverAborted);
    expect(two).toMatchObject({ ok: false, why: 'invalid' });
    const later = await ask.embed([...Array(32).fill('x'), 'xx'], 'query', neverAborted);
    expect(later).toMatchObject({ ok: false, why: 'invalid' });
  });

  test('that refuses, is away or takes too long is told apart, and nothing is thrown', async () => {
    const url = await serve(() => ({}), 500);
    const ask = (at: string, signal = neverAborted) => embedder(at).embed(['ser'], 'query', signal);
    expect(await ask(url)).toEqual({ ok: false, why: 'refused', detail: 'status 500' });
    expect(await ask('http://127.0.0.1:1')).toMatchObject({ ok: false, why: 'unreachable' });
    const late = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    expect(await ask(url, late)).toMatchObject({ why: 'unreachable', detail: 'TimeoutError' });
  });
});

describe('a model of Bedrock', () => {
  /** Bedrock costs money; this answers what it was told for a body, and nothing else. */
  function invoker(
    told: (body: Record<string, unknown>) => unknown,
    sent: InvokeModelCommand[] = [],
  ) {
    const client: Invoker = {
      send: async (command) => {
        sent.push(command);
        const answer = told(JSON.parse(String(command.input.body)));
        if (answer === undefined) throw new Error(`Not told: ${command.input.body}`);
        if (answer instanceof Error) throw answer;
        const bytes = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
        const body = Object.assign(new Uint8Array(bytes), { transformToString: () => `${bytes}` });
        return { $metadata: {}, contentType: 'application/json', body };
      },
    };
    return client;
  }

  test('Titan takes one text a call', async () => {
    const sent: InvokeModelCommand[] = [];
    const told = new Map([
      ['mleko', { embedding: [1, 0], inputTextTokenCount: 2 }],
      ['ser', { embedding: [0, 1], inputTextTokenCount: 1 }],
    ]);
    const client = invoker(({ inputText }) => told.get(String(inputText)), sent);
    const titan = bedrockEmbedder('amazon.titan-embed-text-v2:0', client);
    const answer = await titan.embed(['mleko', 'ser'], 'document', neverAborted);
    expect(answer.ok && numbers(answer.vectors)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(sent.map(({ input }) => input.modelId)).toEqual(Array(2).fill(titan.model));
    expect(JSON.parse(String(sent[1]?.input.body))).toEqual({
      inputText: 'ser',
      dimensions: 1024,
      normalize: true,
    });
  });

  test('Cohere takes 96 texts a call and is told whether they are looked for', async () => {
    const sizes: unknown[] = [];
    const client = invoker(({ texts, input_type, truncate }) => {
      if (!Array.isArray(texts)) return undefined;
      sizes.push([texts.length, input_type, truncate]);
      const embeddings = texts.map((text) => [Number(text), 1]);
      return { id: '1', response_type: 'embeddings_floats', embeddings, texts };
    });
    const cohere = bedrockEmbedder('cohere.embed-multilingual-v3', client);
    const texts = Array.from({ length: 100 }, (_, at) => String(at));
    const answer = await cohere.embed(texts, 'document', neverAborted);
    const slopes = answer.ok ? answer.vectors.map(([x = 0, y = 1]) => Math.round(x / y)) : [];
    expect(slopes).toEqual(texts.map(Number));
    await cohere.embed(['7'], 'query', neverAborted);
    expect(sizes).toEqual([
      [96, 'search_document', 'END'],
      [4, 'search_document', 'END'],
      [1, 'search_query', 'END'],
    ]);
  });

  const named = (name: string) => Object.assign(new Error('x'), { name });
  test.each<[string, unknown, string]>([
    ['throttled', named('ThrottlingException'), 'refused'],
    ['not granted', named('AccessDeniedException'), 'refused'],
    ['late', named('TimeoutError'), 'unreachable'],
    ['answered in another form', { vectors: [[1]] }, 'invalid'],
    ['answered in no JSON', '<html>', 'invalid'],
    ['answered with too many', { embeddings: [[1], [1]] }, 'invalid'],
  ])('that is %s throws nothing', async (_what, answer, why) => {
    const cohere = bedrockEmbedder(
      'cohere.embed-multilingual-v3',
      invoker(() => answer),
    );
    expect(await cohere.embed(['ser'], 'query', neverAborted)).toMatchObject({ ok: false, why });
  });
});

test('the environment chooses: no model, one of the model server, one of Bedrock', () => {
  expect(configuredEmbedder(keys)).toBeUndefined();
  vi.stubEnv(ENV.embeddingModel, 'cohere.embed-multilingual-v3');
  expect(configuredEmbedder(keys)?.batchSize).toBe(96);
  vi.stubEnv(ENV.modelUrl, 'http://127.0.0.1:1/v1');
  vi.stubEnv(ENV.embeddingModel, 'bge-m3');
  expect(configuredEmbedder(keys)).toMatchObject({ model: 'bge-m3', batchSize: 32 });
});
