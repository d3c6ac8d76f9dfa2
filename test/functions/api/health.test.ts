import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { closePools } from '#shared/database/pool.ts';
import type { StreamingHandler } from '#shared/entry/endpoint.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';
import { type KnownRedis, knownRedis } from '#test/support/known-redis.ts';
import { AUDIENCE, startIssuer, type TestIssuer } from '#test/support/oidc-issuer.ts';

testDatabase();
const sick = new Set<string>();
let services: JsonService;
let redis: KnownRedis;
let issuer: TestIssuer;
let handler: StreamingHandler;

beforeAll(async () => {
  issuer = await startIssuer();
  redis = await knownRedis();
  services = await startJsonService(({ method, target, url, body }) => {
    const who =
      (target === 'AmazonSQS.GetQueueAttributes' && 'queue') ||
      (method === 'HEAD' && url.slice(1)) ||
      (method === 'GET' && url === '/v1/models' && 'model');
    if (!who) throw new Error(`${method} ${url} ${target} ${body}`);
    return sick.has(who) ? { status: 503 } : { status: 200, body: {} };
  });
  Object.assign(process.env, {
    [ENV.version]: '0.1.0',
    [ENV.stage]: 'test',
    [ENV.uploadsBucket]: 'uploads',
    [ENV.indexBucket]: 'index',
    [ENV.receiptsQueueUrl]: `${services.url}/000000000000/receipts`,
    [ENV.s3Endpoint]: services.url,
    [ENV.sqsEndpoint]: services.url,
    [ENV.modelUrl]: `${services.url}/v1`,
    [ENV.oidcIssuer]: issuer.url,
    [ENV.oidcAudience]: AUDIENCE,
  });
  ({ handler } = await import('#functions/api/health/handler.ts'));
});
afterAll(async () => {
  services.close();
  issuer.close();
  await redis.close();
});

// What was found is the answer for five seconds.
let now = Date.now();
beforeEach(() => {
  now += 5_000;
  vi.useFakeTimers({ now, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  sick.clear();
});

async function health(headers = {}) {
  return await call(handler, { resource: '/health', headers });
}

async function detailed() {
  const { status, json } = await health({ Authorization: `Bearer ${await issuer.token()}` });
  return { status, ...json };
}

// First, for nothing is sent to a Redis that failed just now.
test('is alive without asking anybody, not even to be counted', async () => {
  const before = services.asked.length;
  await redis.server.be('well');
  const { since } = redis.server;
  vi.stubEnv(ENV.databaseHost, '192.0.2.1');
  vi.stubEnv(ENV.secretsEndpoint, services.url);
  const answer = await call(handler, { resource: '/health/live' });
  vi.unstubAllEnvs();
  expect(answer).toMatchObject({ status: 200, json: { status: 'alive' } });
  expect(services.asked.length).toBe(before);
  expect(since).toEqual({ sent: 0, opened: 0 });
});

test('asks every part, and tells a stranger which are well and nothing more', async () => {
  const answer = await health();
  expect(answer.json).toMatchObject({ version: '0.1.0', environment: 'test', status: 'healthy' });
  const names = ['cache', 'database', 'llm', 'orchestrator', 'queue', 'storage', 'vector_store'];
  const well = { status: 'healthy', latencyMs: null };
  expect(answer.json.checks).toEqual(Object.fromEntries(names.map((name) => [name, well])));
});

test('shows latencies and reasons with a valid token only', async () => {
  sick.add('queue');
  const { checks } = await detailed();
  expect(checks.database.latencyMs).toBeGreaterThan(0);
  expect(checks.queue).toMatchObject({ status: 'unhealthy', detail: /503/ });
  const forged = await health({ Authorization: 'Bearer not.a.token' });
  expect(forged.text).not.toContain('503');
  expect(forged.json.checks.database.latencyMs).toBeNull();
});

test.each([
  ['queue', 'queue'],
  ['model', 'llm'],
  ['index', 'vector_store'],
])('is degraded without the %s, and says 200', async (service, name) => {
  sick.add(service);
  const { status, checks } = await detailed();
  expect(status).toBe('degraded');
  expect(checks[name]).toMatchObject({ status: 'unhealthy', detail: /503/ });
  expect((await health()).status).toBe(200);
});

test('is degraded without Redis, which also knows which agents are left alone', async () => {
  await redis.server.be('refused');
  const { status, json } = await health();
  await redis.server.be('well');
  expect(status).toBe(200);
  expect(json.checks).toMatchObject({
    cache: { status: 'unhealthy' },
    orchestrator: { status: 'unhealthy' },
    database: { status: 'healthy' },
  });
});

test('is unhealthy with 503 without storage', async () => {
  sick.add('uploads');
  const unhealthy = await health();
  expect(unhealthy).toMatchObject({ status: 503, json: { status: 'unhealthy' } });
  expect(unhealthy.headers['retry-after']).toBe('5');
});

test('is unhealthy with 503 without the database, and well again with it', async () => {
  await closePools();
  vi.stubEnv(ENV.databasePort, '1');
  const gone = await health();
  vi.unstubAllEnvs();
  await closePools();
  expect(gone).toMatchObject({ status: 503, json: { status: 'unhealthy' } });
  expect(gone.json.checks.database.status).toBe('unhealthy');
  vi.setSystemTime(now + 4_999);
  expect((await health()).status).toBe(503);
  now += 5_000;
  vi.setSystemTime(now);
  expect(await health()).toMatchObject({ status: 200, json: { status: 'healthy' } });
});

test('asks nobody again within five seconds', async () => {
  await health();
  const before = services.asked.length;
  vi.setSystemTime(now + 4_999);
  expect((await health()).json.status).toBe('healthy');
  expect(services.asked.length).toBe(before);
});
