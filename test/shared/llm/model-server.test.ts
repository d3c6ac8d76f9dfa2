import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import * as keys from '#shared/clients/secrets.ts';
import { ENV } from '#shared/env.ts';
import { configuredEmbedder } from '#shared/llm/configured-embedder.ts';
import { configuredModel } from '#shared/llm/configured-model.ts';
import { visionProvider } from '#shared/llm/configured-providers.ts';
import { providerModel } from '#shared/llm/provider-model.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';
import { startSecretsServer } from '#test/support/secrets-server.ts';

const SECRET = 'foodsave/model';
const prompt = {
  system: '',
  question: 'How many?',
  schema: z.strictObject({ count: z.int() }),
  maxTokens: 9,
};
const secrets = new Map<string, string>();
let secretsServer: Awaited<ReturnType<typeof startSecretsServer>>;
let server: JsonService;
/** The key that the server takes. */
let wanted = '';

beforeEach(async () => {
  wanted = crypto.randomUUID();
  secretsServer = await startSecretsServer(secrets);
  const address = secretsServer.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  server = await startJsonService(({ url, authorization }) => {
    if (authorization !== `Bearer ${wanted}`) return { status: 401 };
    const choices = [{ message: { content: '{"count": 3}' } }];
    return {
      status: 200,
      body: url.endsWith('/embeddings') ? { data: [{ index: 0, embedding: [1] }] } : { choices },
    };
  });
  vi.stubEnv(ENV.secretsEndpoint, `http://127.0.0.1:${address.port}`);
  vi.stubEnv(ENV.region, 'eu-central-1');
  vi.stubEnv(ENV.accessKeyId, 'id');
  vi.stubEnv(ENV.secretAccessKey, 'key');
  vi.stubEnv(ENV.modelUrl, `${server.url}/v1`);
  vi.stubEnv(ENV.largeModels, 'server:m');
  for (const name of [ENV.visionModel, ENV.embeddingModel]) vi.stubEnv(name, 'm');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.close();
  secretsServer.close();
  await once(secretsServer, 'close');
});

/** Each test has a secret of its own, since one that was read is kept. */
function keptAs(value: string): string {
  const name = `${SECRET}-${crypto.randomUUID()}`;
  secrets.set(name, value);
  vi.stubEnv(ENV.modelSecret, name);
  return name;
}

test('a server that asks for a key gets it from its secret, whatever it is asked', async () => {
  keptAs(JSON.stringify({ key: `${wanted}\n` }));
  expect(await configuredModel(keys)?.complete(prompt)).toMatchObject({ ok: true });
  expect(await providerModel(visionProvider(keys)).complete(prompt)).toMatchObject({ ok: true });
  const neverAborted = new AbortController().signal;
  const embedded = await configuredEmbedder(keys)?.embed(['ser'], 'query', neverAborted);
  expect(embedded).toMatchObject({ ok: true });
});

test('one that asks for none gets none', async () => {
  vi.stubEnv(ENV.modelSecret, '');
  await configuredModel(keys)?.complete(prompt);
  expect(server.asked.map(({ authorization }) => authorization)).toEqual(['']);
});

test('a key that was changed is read again after it was refused', async () => {
  const name = keptAs(JSON.stringify({ key: 'of yesterday' }));
  const model = configuredModel(keys);
  expect(await model?.complete(prompt)).toMatchObject({ ok: false, why: 'refused' });
  secrets.set(name, JSON.stringify({ key: wanted }));
  expect(await model?.complete(prompt)).toMatchObject({ ok: true });
});

test('a secret that is not there or holds no key sends nothing, and is not quoted', async () => {
  for (const value of ['', 'sk-plain', '{"token":"sk-plain"}']) {
    keptAs(value);
    const answer = await configuredModel(keys)?.complete(prompt);
    expect(answer).toMatchObject({ ok: false, why: 'refused' });
    expect(JSON.stringify(answer)).toMatch(/the key cannot be read \(\S+\)/);
    expect(JSON.stringify(answer)).not.toContain('sk-plain');
  }
  expect(server.asked).toEqual([]);
});
