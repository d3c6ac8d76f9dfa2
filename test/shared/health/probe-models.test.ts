import { afterEach, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import { modelsProbe } from '#shared/health/probe-models.ts';
import { breaker } from '#shared/resilience/breaker.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { startJsonService } from '#test/support/json-service.ts';

afterEach(() => void vi.unstubAllEnvs());
const breakers = processStore();
const modelServerKey = async (id: string) => `key of ${id}`;
const probe = () => modelsProbe({ breakers, modelServerKey });

test('there is nothing to ask where no model is named', () => {
  expect(probe()).toBeUndefined();
});

test('a server is asked for its list with its key, and no model for anything', async () => {
  let status = 200;
  const server = await startJsonService(() => ({ status, body: {} }));
  vi.stubEnv(ENV.modelUrl, `${server.url}/v1`);
  vi.stubEnv(ENV.modelSecret, 'mine');
  const ask = probe();
  expect(await ask?.()).toBeUndefined();
  status = 404; // it is there, and has no list
  expect(await ask?.()).toBeUndefined();
  for (status of [401, 500]) await expect(ask?.()).rejects.toThrow(`status ${status}`);
  server.close();
  const asked = { method: 'GET', url: '/v1/models', authorization: 'Bearer key of mine' };
  expect(server.asked).toEqual(Array(4).fill(expect.objectContaining(asked)));
  await expect(ask?.()).rejects.toThrow();
});

test('a model of Bedrock is away when those who ask it have given up', async () => {
  vi.stubEnv(ENV.smallModels, 'bedrock:eu.amazon.nova-lite-v1:0,server:other');
  vi.stubEnv(ENV.largeModels, 'bedrock:eu.amazon.nova-pro-v1:0');
  const ask = probe();
  expect(await ask?.()).toContain('billed');
  const nova = breaker('llm/bedrock/eu.amazon.nova-pro-v1:0', breakers);
  for (let failure = 0; failure < 3; failure += 1) {
    await nova.run(() => Promise.reject(new Error('down'))).catch(() => undefined);
  }
  await expect(ask?.()).rejects.toThrow('left alone: llm/bedrock/eu.amazon.nova-pro-v1:0');
});
