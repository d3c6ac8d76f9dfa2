import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { StreamingHandler } from '#shared/entry/endpoint.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';
import { AUDIENCE, startIssuer, type TestIssuer } from '#test/support/oidc-issuer.ts';

testDatabase();
const sick = new Set<string>();
let services: JsonService;
let issuer: TestIssuer;
let handler: StreamingHandler;

beforeAll(async () => {
  issuer = await startIssuer();
  services = await startJsonService(({ method, target, body }) => {
    const who = target.startsWith('AmazonSQS') ? 'queue' : method === 'HEAD' ? 'storage' : 'cache';
    if (sick.has(who)) return { status: 503 };
    if (target === 'secretsmanager.GetSecretValue') throw new Error(body);
    return { status: 200, body: {} };
  });
  Object.assign(process.env, {
    [ENV.version]: '0.1.0',
    [ENV.stage]: 'test',
    [ENV.redisSecret]: 'redis',
    [ENV.uploadsBucket]: 'uploads',
    [ENV.indexBucket]: 'index',
    [ENV.receiptsQueueUrl]: `${services.url}/000000000000/receipts`,
    [ENV.s3Endpoint]: services.url,
    [ENV.sqsEndpoint]: services.url,
    [ENV.oidcIssuer]: issuer.url,
    [ENV.oidcAudience]: AUDIENCE,
  });
  ({ handler } = await import('#functions/api/health/handler.ts'));
});
afterAll(() => {
  services.close();
  issuer.close();
});

async function health(headers = {}) {
  return await call(handler, { resource: '/health', headers });
}

test('tells a stranger which parts are well, and nothing more', async () => {
  const answer = await health();
  expect(answer.json).toMatchObject({ version: '0.1.0', environment: 'test' });
  expect(answer.json.checks.database).toEqual({ status: 'healthy', latencyMs: null });
  expect(Object.keys(answer.json.checks).sort()).toEqual(
    ['cache', 'database', 'llm', 'orchestrator', 'queue', 'storage', 'vector_store'].sort(),
  );
});

test('says honestly what this version does not have', async () => {
  const { checks } = (await health()).json;
  expect(checks.llm.status).toBe('not-configured');
});

test('shows latencies and reasons with a valid token only', async () => {
  sick.add('queue');
  const known = await health({ Authorization: `Bearer ${await issuer.token()}` });
  expect(known.json.checks.database.latencyMs).toBeGreaterThan(0);
  expect(known.json.checks.queue).toMatchObject({ status: 'unhealthy', detail: /503/ });
  const forged = await health({ Authorization: 'Bearer not.a.token' });
  expect(forged.text).not.toContain('503');
  expect(forged.json.checks.database.latencyMs).toBeNull();
  sick.clear();
});

test('is unhealthy with 503 without storage, and degraded without the queue', async () => {
  sick.add('queue');
  expect(await health()).toMatchObject({ status: 200, json: { status: 'degraded' } });
  sick.add('storage');
  const unhealthy = await health();
  expect(unhealthy).toMatchObject({ status: 503, json: { status: 'unhealthy' } });
  expect(unhealthy.headers['retry-after']).toBe('5');
  sick.clear();
});

test('is alive without asking anybody', async () => {
  const before = services.asked.length;
  vi.stubEnv(ENV.databaseHost, '192.0.2.1');
  const answer = await call(handler, { resource: '/health/live' });
  vi.unstubAllEnvs();
  expect(answer).toMatchObject({ status: 200, json: { status: 'alive' } });
  expect(services.asked.length).toBe(before);
});
