import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { METRIC_UNITS, METRICS_NAMESPACE } from '#shared/telemetry/metric-names.ts';
import { count, measureMemory, writeLine } from '#shared/telemetry/metrics.ts';
import { Synthesized } from './synthesized.ts';

const template = new Synthesized('household');
const alarms = template.of('AWS::CloudWatch::Alarm');

test('every alarm notifies the topic and links to its heading in the runbook', () => {
  const headings = readFileSync('docs/runbook.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3).trim());
  expect(alarms.length).toBeGreaterThanOrEqual(6);
  for (const [id, { Properties }] of alarms) {
    const heading = /docs\/runbook\.md#([a-z-]+)$/.exec(Properties.AlarmDescription)?.[1];
    expect(headings, id).toContain(heading);
    expect(Properties.AlarmActions).toHaveLength(1);
  }
});

test('an alarm fires above its threshold, reports the recovery, and treats missing data as no breach', () => {
  for (const [id, { Properties }] of alarms) {
    expect(Properties, id).toMatchObject({
      TreatMissingData: 'notBreaching',
      ComparisonOperator: 'GreaterThanThreshold',
      OKActions: Properties.AlarmActions,
    });
    expect(Properties.ActionsEnabled ?? true, id).toBe(true);
  }
});

test('each alarm has its threshold and its number of five-minute periods', () => {
  const measures = alarms.map(([id, { Properties }]) => {
    const { Threshold, EvaluationPeriods, Metrics = [] } = Properties;
    const inner = Metrics.flatMap(({ MetricStat }: { MetricStat?: object }) => MetricStat ?? []);
    for (const { Period } of inner.length > 0 ? inner : [Properties]) expect(Period, id).toBe(300);
    return [id.replace(/^alarms|[0-9A-F]{8}$/g, ''), Threshold, EvaluationPeriods];
  });
  expect(measures.sort()).toEqual([
    ['databaseconnections', 5, 1],
    ['deadlettersreceiptsqueue', 0, 1],
    ['errors', 5, 1],
    ['memory', 90, 1],
    ['outboxparked', 0, 1],
    ['slowresponses', 5000, 2],
    ['throttles', 10, 1],
  ]);
});

test('memory, slowness, errors, throttles, the database, the outbox and dead letters are watched', () => {
  const ids = alarms.map(([id]) => id).join(' ');
  for (const name of [
    'memory',
    'slowresponses',
    'errors',
    'throttles',
    'databaseconnections',
    'outboxparked',
    'deadletters',
  ]) {
    expect(ids).toContain(`alarms${name}`);
  }
});

test('alarms use the metric names that functions print', () => {
  const lines: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  count('DatabaseConnectionErrors');
  measureMemory(Date.now());
  writeLine('INFO', 'request', { route: '/health' });
  out.mockRestore();
  const line = JSON.parse(lines[0] ?? '');
  const [printed] = line._aws.CloudWatchMetrics;
  expect(line).toMatchObject({ route: '/health', DatabaseConnectionErrors: 1 });
  expect(printed.Namespace).toBe(METRICS_NAMESPACE);

  const own = alarms.filter(([, { Properties }]) => Properties.Namespace === METRICS_NAMESPACE);
  expect(own.length).toBeGreaterThanOrEqual(2);
  for (const [id, { Properties }] of own) {
    const dimensions = Properties.Dimensions.map(({ Name }: { Name: string }) => Name);
    expect(printed.Dimensions, id).toContainEqual(dimensions);
    expect(Object.keys(METRIC_UNITS), id).toContain(Properties.MetricName);
  }
  expect(printed.Metrics).toContainEqual({ Name: 'DatabaseConnectionErrors', Unit: 'Count' });
});
