import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { addToCounter, deleteKeys, getKeys, setKey } from '#shared/clients/redis.ts';
import { forgetSecret, modelServerKey } from '#shared/clients/secrets.ts';
import { ENV } from '#shared/env.ts';
import {
  configuredLanguageModel,
  configuredVisionModel,
} from '#shared/llm/configured-language-model.ts';
import { testDatabase } from '#test/support/database.ts';
import { startModelService } from '#test/support/model-service.ts';
import { WIRES } from '#test/support/model-wires.ts';
import { prompt } from './language-case.ts';

const database = testDatabase();
const clients = {
  secrets: { forgetSecret, modelServerKey },
  redis: { addToCounter, deleteKeys, getKeys, setKey },
};

beforeEach(() => {
  for (const name of [ENV.largeModels, ENV.smallModels, ENV.redisSecret]) vi.stubEnv(name, '');
});
afterEach(() => vi.unstubAllEnvs());

async function servers() {
  const server = await startModelService(WIRES.chat);
  const bedrock = await startModelService(WIRES.converse);
  onTestFinished(async () => {
    await server.close();
    await bedrock.close();
  });
  vi.stubEnv(ENV.modelUrl, `${server.url}/v1`);
  vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', bedrock.url);
  const caller = { household: await database.newHousehold(), work: 'interactive' } as const;
  return { server, bedrock, caller };
}

describe('the models of the environment', () => {
  test('are asked in its order, by names that may hold colons', async () => {
    const { server, bedrock, caller } = await servers();
    vi.stubEnv(ENV.largeModels, 'server:qwen3:8b,bedrock:eu.amazon.nova-pro-v1:0');
    server.tell({ status: 403 });
    bedrock.tell({ answer: { count: 3 } });
    const answer = await configuredLanguageModel(clients).generate(prompt, caller);
    expect(answer).toMatchObject({ ok: true, usage: { model: 'eu.amazon.nova-pro-v1:0' } });
    expect(JSON.parse(server.received[0]?.body ?? '').model).toBe('qwen3:8b');
    expect(bedrock.received[0]?.path).toBe('/model/eu.amazon.nova-pro-v1%3A0/converse');
  });

  test('are none where none is named', async () => {
    const { caller } = await servers();
    const models = configuredLanguageModel(clients);
    expect(await models.generate(prompt, caller)).toMatchObject({ unavailable: 'no-model' });
  });

  test('have the budget of the environment', async () => {
    const { caller } = await servers();
    vi.stubEnv(ENV.largeModels, 'server:m');
    vi.stubEnv(ENV.modelTokensPerDay, '60');
    const answer = await configuredLanguageModel(clients).generate(prompt, caller);
    expect(answer).toMatchObject({ unavailable: 'budget-used-up' });
  });

  test('answer while Redis is away', async () => {
    const { server, caller } = await servers();
    vi.stubEnv(ENV.largeModels, 'server:m');
    vi.stubEnv(ENV.redisSecret, 'no-such-secret');
    server.tell({ answer: { count: 3 } });
    const answer = await configuredLanguageModel(clients).generate(prompt, caller);
    expect(answer).toMatchObject({ ok: true });
  });

  test('that no provider is there for are refused by name', () => {
    vi.stubEnv(ENV.modelUrl, '');
    for (const name of ['server:m', 'm', 'azure:m']) {
      vi.stubEnv(ENV.largeModels, name);
      expect(() => configuredLanguageModel(clients)).toThrow(`No provider for the model ${name}`);
    }
  });

  test('of pictures are asked as they are named apart', async () => {
    const { server, caller } = await servers();
    vi.stubEnv(ENV.visionModel, 'eye');
    server.tell({ answer: { count: 3 } });
    const work = 'background';
    const answer = await configuredVisionModel(clients).generate(prompt, { ...caller, work });
    expect(answer).toMatchObject({ ok: true, usage: { model: 'eye' } });
  });
});
