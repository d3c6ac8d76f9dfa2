import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { handler } from '#functions/api/metrics/handler.ts';
import { handler as profile } from '#functions/api/profile/handler.ts';
import { redisSecret } from '#shared/clients/secrets.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { beginExchange } from '#shared/entry/exchange.ts';
import { recordRequest } from '#shared/entry/request-metrics.ts';
import { ENV } from '#shared/env.ts';
import { PROMETHEUS_METRICS } from '#shared/telemetry/prometheus-metrics.ts';
import { increment, observe, takeRecorded } from '#shared/telemetry/record.ts';
import { COUNTS_KEY } from '#shared/telemetry/redis-keys.ts';
import { call, proxyEvent } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';
import { type KnownRedis, knownRedis } from '#test/support/known-redis.ts';
import { type ParsedFamily, parsePrometheus } from '#test/support/prometheus-text.ts';
import { namesInPromql } from '#test/support/promql.ts';

const Dashboard = z.object({
  panels: z.array(
    z.object({
      targets: z._default(z.array(z.object({ expr: z.string(), legendFormat: z.string() })), []),
    }),
  ),
});

const database = testDatabase();
let redis: KnownRedis;
let household: HouseholdContext;
let queues: JsonService;
const QUEUE_URLS = [
  ENV.receiptsQueueUrl,
  ENV.indexQueueUrl,
  ENV.chatQueueUrl,
  ENV.chatBackgroundQueueUrl,
];

beforeAll(async () => {
  queues = await startJsonService(({ target, body }) => {
    expect(target).toBe('AmazonSQS.GetQueueAttributes');
    if (body.includes(ENV.chatQueueUrl)) return { status: 503 };
    return { status: 200, body: { Attributes: { ApproximateNumberOfMessages: '3' } } };
  });
  vi.stubEnv(ENV.sqsEndpoint, queues.url);
  for (const name of QUEUE_URLS) vi.stubEnv(name, `${queues.url}/000000000000/${name}`);
  vi.stubEnv(ENV.functionPath, 'api/profile');
  household = await database.newHousehold();
  redis = await knownRedis();
});

afterAll(() => {
  vi.unstubAllEnvs();
  queues.close();
  return redis.close();
});

/** As Prometheus 3 asks. */
const ACCEPT =
  'application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=1.0.0;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2';

async function scrape(): Promise<Map<string, ParsedFamily>> {
  const answer = await call(handler, {
    resource: '/metrics',
    household,
    headers: { Accept: ACCEPT },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  return parsePrometheus(answer.text);
}

const valueIn = (
  families: Map<string, ParsedFamily>,
  name: string,
  labels: Readonly<Record<string, string>>,
) =>
  families
    .get(name.replace(/_(count|sum|bucket)$/, ''))
    ?.samples.find(
      (sample) =>
        sample.name === name &&
        Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    )?.value ?? 0;

test('shows what was asked before, by the route’s template and never by its path', async () => {
  const before = await scrape();
  const resource = '/api/v2/profile';
  await call(profile, { resource, household });
  await call(profile, { resource, household });
  await call(profile, { method: 'PATCH', resource, household, body: { nonsense: 1 } });
  await call(profile, { method: 'DELETE', resource, household });
  await call(profile, { resource: `/api/v2/profile/${randomUUID()}`, household });
  const after = await scrape();
  const grown = (name: string, labels: Readonly<Record<string, string>>) =>
    valueIn(after, name, labels) - valueIn(before, name, labels);
  const requests = (method: string, endpoint: string, status: string) =>
    grown('http_requests_total', { method, endpoint, status });
  expect(requests('GET', resource, '200')).toBe(2);
  expect(requests('PATCH', resource, '428') + requests('PATCH', resource, '400')).toBe(1);
  expect(requests('DELETE', 'other', '405')).toBe(1);
  expect(requests('GET', 'other', '404')).toBe(1);
  expect(grown('http_request_duration_seconds_count', { method: 'GET', endpoint: resource })).toBe(
    2,
  );
  expect(grown('db_query_duration_seconds_count', {})).toBeGreaterThanOrEqual(2);
  expect(valueIn(after, 'memory_usage_bytes', { function: 'api/profile' })).toBeGreaterThan(1e7);
  expect(valueIn(after, 'db_pool_connections', { function: 'api/profile', state: 'used' })).toBe(1);
  expect(valueIn(after, 'redis_up', {})).toBe(1);
});

test('10,000 random paths are one series', async () => {
  for (let at = 0; at < 10_000; at += 1) {
    const event = proxyEvent({ resource: `/api/${randomUUID()}/"\n\\ą${at}` });
    recordRequest({ ...beginExchange(event), status: 404 });
  }
  const { counts } = takeRecorded();
  const requests = [...counts].filter(([field]) => field.startsWith('["http_requests_total"'));
  expect(requests).toEqual([['["http_requests_total","GET","other","404"]', 10_000]]);
});

test('says how deep each queue is that answers, and the state of every agent’s breaker', async () => {
  const families = await scrape();
  const depths = families
    .get('queue_depth')
    ?.samples.map(({ labels, value }) => [labels.queue, value]);
  expect(depths?.sort()).toEqual([
    ['chat-background', 3],
    ['index', 3],
    ['receipts', 3],
  ]);
  expect(valueIn(families, 'circuit_breaker_state', { breaker: 'agents/chef' })).toBe(0);
  expect(families.get('circuit_breaker_state')?.samples.length).toBeGreaterThanOrEqual(7);
});

test('is for operators', async () => {
  const reader = { ...household, scopes: ['read', 'write'] as const };
  const answer = await call(handler, { resource: '/metrics', household: reader });
  expect(answer).toMatchObject({ status: 403, json: { code: 'missing-scope' } });
});

test('the client of the rest of the system reads what is counted here', async () => {
  await call(profile, { resource: '/api/v2/profile', household });
  const { url, token } = await redisSecret('redis');
  const stored = await new Redis({ url, token, enableTelemetry: false }).hgetall(COUNTS_KEY);
  const field = '["http_requests_total","GET","/api/v2/profile","200"]';
  expect(Number(stored?.[field])).toBeGreaterThan(0);
});

test('every metric that the contract names is there', async () => {
  const names = `http_requests_total http_request_duration_seconds memory_usage_bytes
    agent_requests_total agent_duration_seconds db_pool_connections db_query_duration_seconds
    circuit_breaker_state queue_depth llm_tokens_total ocr_pages_total cache_hits_total
    cache_misses_total`.split(/\s+/);
  expect([...(await scrape()).keys()]).toEqual(expect.arrayContaining(names));
});

test('an endpoint waits 50 ms for Redis at most, where the template lets it wait 1.5 s', async () => {
  vi.stubEnv(ENV.serviceWaitMs, '1500');
  const limits = vi.spyOn(AbortSignal, 'timeout');
  await call(profile, { method: 'DELETE', resource: '/api/v2/profile', household });
  const asked = limits.mock.calls.map(([ms]) => ms);
  limits.mockRestore();
  delete process.env[ENV.serviceWaitMs];
  expect(asked).toEqual([50]);
});

/** Something of every kind that no request of this file makes. */
async function recordTheRest(): Promise<void> {
  increment('agent_requests_total', { agent: 'chef', outcome: 'answered' });
  observe('agent_duration_seconds', { agent: 'chef' }, 0.3);
  increment('llm_tokens_total', { model: 'server/qwen3:8b', direction: 'input' }, 5);
  increment('ocr_pages_total', { kind: 'receipt' });
  for (const name of ['cache_hits_total', 'cache_misses_total'] as const) {
    increment(name, { cache: 'weather' });
  }
  await call(profile, { resource: '/api/v2/profile', household });
}

test('every query of the Grafana dashboard asks for metrics and labels that are there', async () => {
  await recordTheRest();
  const samples = [...(await scrape()).values()].flatMap((family) => family.samples);
  const labelsOf = Map.groupBy(samples, ({ name }) => name);
  const dashboard = Dashboard.parse(JSON.parse(readFileSync('docs/grafana/foodsave.json', 'utf8')));
  const asked = new Set<string>();
  for (const { expr, legendFormat } of dashboard.panels.flatMap(({ targets }) => targets)) {
    const { metrics, labels } = namesInPromql(expr);
    expect(metrics, expr).not.toEqual([]);
    for (const name of metrics) expect([...labelsOf.keys()], expr).toContain(name);
    const there = metrics.flatMap((name) =>
      (labelsOf.get(name) ?? []).flatMap((sample) => Object.keys(sample.labels)),
    );
    const shown = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = '']) => label);
    for (const label of [...labels, ...shown]) expect(there, expr).toContain(label);
    for (const name of metrics) asked.add(name.replace(/_(bucket|sum|count)$/, ''));
  }
  // And it leaves nothing out.
  expect([...asked].sort()).toEqual(Object.keys(PROMETHEUS_METRICS).sort());
});

test('without Redis the rest is shown, and says so', async () => {
  await redis.server.be('refused');
  const families = await scrape();
  await redis.server.be('well');
  expect(valueIn(families, 'redis_up', {})).toBe(0);
  expect(valueIn(families, 'queue_depth', { queue: 'index' })).toBe(3);
  expect(families.get('http_requests_total')?.samples).toEqual([]);
});
