import { beforeEach, expect, test } from 'vitest';
import { PROMETHEUS_METRICS } from '#shared/telemetry/prometheus-metrics.ts';
import { giveBack, increment, observe, setGauge, takeRecorded } from '#shared/telemetry/record.ts';

beforeEach(() => void takeRecorded());

const counts = () => Object.fromEntries(takeRecorded().counts);

test('the same labels are one series, whose counts add up until they are taken', () => {
  const labels = { method: 'GET', endpoint: '/api/v2/pantry', status: '200' };
  increment('http_requests_total', labels);
  increment('http_requests_total', labels, 2);
  increment('http_requests_total', { ...labels, status: '404' });
  expect(counts()).toEqual({
    '["http_requests_total","GET","/api/v2/pantry","200"]': 3,
    '["http_requests_total","GET","/api/v2/pantry","404"]': 1,
  });
  expect(counts()).toEqual({});
});

test('a method or a status that is in no closed set is other', () => {
  increment('http_requests_total', { method: 'BREW', endpoint: '/a', status: '200' });
  increment('http_requests_total', { method: 'get', endpoint: '/a', status: '418' });
  increment('http_requests_total', { method: 'GET', endpoint: 'x'.repeat(101), status: 'NaN' });
  expect(Object.keys(counts())).toEqual([
    '["http_requests_total","other","/a","200"]',
    '["http_requests_total","other","/a","other"]',
    '["http_requests_total","GET","other","other"]',
  ]);
});

test('an observation falls into the first bucket that holds it', () => {
  for (const seconds of [0.01, 0.010001, 30, 31, -1]) {
    observe('http_request_duration_seconds', { method: 'GET', endpoint: '/b' }, seconds);
  }
  const field = (part: string) => `["http_request_duration_seconds","GET","/b","${part}"]`;
  expect(counts()).toEqual({
    [field('0.01')]: 2, // a clock that went back counts as no time
    [field('0.025')]: 1,
    [field('30')]: 1,
    [field('+Inf')]: 1,
    [field('sum')]: 61_020_001,
  });
});

test('10,000 names make no more series than an instance may begin', () => {
  for (let at = 0; at < 10_000; at += 1) {
    increment('llm_tokens_total', { model: `model-${at}`, direction: 'input' });
    observe('agent_duration_seconds', { agent: `agent-${at}` }, 0.2);
  }
  const taken = counts();
  const of = (name: string) => Object.entries(taken).filter(([field]) => field.includes(name));
  expect(of('llm_tokens_total')).toHaveLength(201);
  expect(taken['["llm_tokens_total","other","other"]']).toBe(9_800);
  // Of each series one bucket and the sum.
  expect(of('agent_duration_seconds')).toHaveLength(2 * 201);
  // A series that was begun goes on.
  increment('llm_tokens_total', { model: 'model-0', direction: 'input' });
  expect(counts()).toEqual({ '["llm_tokens_total","model-0","input"]': 1 });
});

test('what is given back is sent with what came since, and a newer gauge stays', () => {
  increment('metrics_lost_total', {});
  setGauge('redis_up', {}, 1);
  const taken = takeRecorded();
  increment('metrics_lost_total', {}, 4);
  setGauge('redis_up', {}, 0);
  giveBack(taken);
  const { counts: all, gauges } = takeRecorded();
  expect([...all]).toEqual([['["metrics_lost_total"]', 5]]);
  expect([...gauges]).toEqual([['["redis_up"]', 0]]);
});

test('the table keeps to Prometheus’ rules for names, units and buckets', () => {
  for (const [name, spec] of Object.entries(PROMETHEUS_METRICS)) {
    expect(name).toMatch(/^[a-z][a-z_]*[a-z]$/);
    expect(name.endsWith('_total'), name).toBe(spec.type === 'counter');
    expect(spec.help, name).toMatch(/\.$/);
    expect(Object.keys(spec.labels), name).not.toContain('le');
    if (spec.type !== 'histogram') continue;
    expect(name).toMatch(/_seconds$/);
    expect(spec.buckets, name).toEqual([...spec.buckets].sort((a, b) => a - b));
  }
});
