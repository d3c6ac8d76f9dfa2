import { describe, expect, test } from 'vitest';
import type { AlarmConfig, MissingData } from '#cdk/local/cloudwatch/alarm-config.ts';
import { evaluateAlarm } from '#cdk/local/cloudwatch/evaluate.ts';
import { readExpression } from '#cdk/local/cloudwatch/expression.ts';
import { MetricStore, type Statistic } from '#cdk/local/cloudwatch/metric-store.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 28, 12);
const metric = { namespace: 'FoodSave', name: 'Memory', dimensions: { stage: 'local' } };

function set(change: Partial<AlarmConfig> = {}, statistic: Statistic = 'Maximum') {
  const metrics = new MetricStore();
  metrics.watch(metric);
  const alarm: AlarmConfig = {
    name: 'memory',
    arn: 'arn:aws:cloudwatch:eu-central-1:000000000000:alarm:memory',
    description: '',
    measures: new Map([['m', { metric, statistic }]]),
    expression: readExpression('m'),
    periodMs: 5 * MINUTE,
    periods: 1,
    datapoints: 1,
    comparison: 'GreaterThanThreshold',
    threshold: 80,
    missingData: 'notBreaching',
    actions: { OK: [], ALARM: [], INSUFFICIENT_DATA: [] },
    ...change,
  };
  return {
    put: (minute: number, value: number) =>
      metrics.add({ metric, value, at: START + minute * MINUTE }),
    stateAt: (minute: number) =>
      evaluateAlarm(alarm, metrics, START + minute * MINUTE, START)?.state,
  };
}

test('it fires while a value of the last period is over the threshold, and not at it', () => {
  const { put, stateAt } = set();
  put(10, 80);
  expect(stateAt(11)).toBe('OK');
  put(11, 81);
  expect([12, 16, 17].map(stateAt)).toEqual(['ALARM', 'ALARM', 'OK']);
});

test('a minute counts when it is over', () => {
  const { put, stateAt } = set();
  put(10.5, 99);
  expect([10.9, 11].map(stateAt)).toEqual(['OK', 'ALARM']);
});

test.each([
  ['Sum', 120],
  ['Average', 40],
  ['Minimum', 10],
  ['Maximum', 90],
  ['SampleCount', 3],
] as const)('%s of a period', (statistic, result) => {
  const over = set({ threshold: result - 0.5, periodMs: 5 * MINUTE }, statistic);
  const at = set({ threshold: result, periodMs: 5 * MINUTE }, statistic);
  for (const { put } of [over, at]) {
    for (const [minute, value] of [10, 20, 90].entries()) put(minute, value);
  }
  expect([over.stateAt(5), at.stateAt(5)]).toEqual(['ALARM', 'OK']);
});

test('as many periods must breach as the alarm says', () => {
  const { put, stateAt } = set({ periods: 3, datapoints: 2 });
  put(20, 90);
  expect(stateAt(25)).toBe('OK');
  put(27, 90);
  expect(stateAt(30)).toBe('ALARM');
});

describe('without data', () => {
  test.each<[MissingData, string | undefined]>([
    ['notBreaching', 'OK'],
    ['breaching', 'ALARM'],
    ['missing', 'INSUFFICIENT_DATA'],
    ['ignore', undefined],
  ])('%s', (missingData, state) => {
    expect(set({ missingData }).stateAt(20)).toBe(state);
  });

  test('a period that began before anybody measured says nothing', () => {
    const { stateAt } = set({ missingData: 'breaching' });
    expect([4, 5].map(stateAt)).toEqual([undefined, 'ALARM']);
  });
});

test('a gauge may also be too low', () => {
  const { put, stateAt } = set({ comparison: 'LessThanThreshold' }, 'Minimum');
  put(10, 100);
  put(11, 79);
  expect(stateAt(12)).toBe('ALARM');
});
