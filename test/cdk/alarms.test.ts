import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { alarmText } from '#shared/alerts/alarm-text.ts';
import { METRIC_UNITS, METRICS_NAMESPACE } from '#shared/telemetry/metric-names.ts';
import { count, measureMemory, writeLine } from '#shared/telemetry/metrics.ts';
import { STAGES, Synthesized } from './synthesized.ts';

const templates = {
  household: new Synthesized('household'),
  production: new Synthesized('production'),
  local: new Synthesized('local'),
};
const alarms = templates.household.of('AWS::CloudWatch::Alarm');

const COMPARISONS: Readonly<Record<string, string>> = {
  GreaterThanThreshold: '>',
  LessThanThreshold: '<',
};

/** What stands under each heading of the runbook. */
const runbook = new Map(
  readFileSync('docs/runbook.md', 'utf8')
    .split('\n## ')
    .map((section) => {
      const [heading = '', ...text] = section.split('\n');
      return [heading.trim(), text.join('\n')];
    }),
);

test('every alarm notifies the topic, and its heading in the runbook says what it is, where to look and what to do', () => {
  expect(alarms.length).toBeGreaterThanOrEqual(24);
  for (const [id, { Properties }] of alarms) {
    const heading = Properties.AlarmDescription.split('docs/runbook.md#')[1];
    const section = runbook.get(heading) ?? '';
    for (const part of ['Description', 'Look', 'Fix'])
      expect(section, `${id} ${part}`).toMatch(new RegExp(`^\\*\\*${part}\\.\\*\\* \\S.{10}`, 'm'));
    expect(Properties.AlarmActions).toHaveLength(1);
  }
});

test('every alarm is told in both languages', () => {
  for (const [id, { Properties }] of alarms) {
    const [, heading] = Properties.AlarmDescription.split('docs/runbook.md#');
    const { pl, en } = alarmText(heading);
    expect(Properties.AlarmDescription, id).toBe(`${en}. What to do: docs/runbook.md#${heading}`);
    expect([pl, en], id).not.toContain(heading);
    expect(pl, id).not.toBe(en);
  }
});

test('a function subscribes to the alarms, and SNS may invoke it', () => {
  const { id } = templates.household.functions().get('operations/receive-alarms') ?? {};
  const subscriptions = templates.household.of('AWS::SNS::Subscription');
  expect(
    subscriptions.map(([, { Properties }]) => [Properties.Protocol, Properties.Endpoint]),
  ).toEqual([['lambda', { 'Fn::GetAtt': [id, 'Arn'] }]]);
  const permissions = templates.household.of('AWS::Lambda::Permission');
  expect(permissions.map(([, { Properties }]) => Properties)).toContainEqual(
    expect.objectContaining({
      FunctionName: { 'Fn::GetAtt': [id, 'Arn'] },
      Principal: 'sns.amazonaws.com',
      SourceArn: subscriptions[0]?.[1].Properties.TopicArn,
    }),
  );
});

/** It watches what is measured every hour, also when nobody uses the system. */
const HOURLY = /^alarmsnoverifiedbackup/;

test('an alarm reports the recovery, and treats missing data as no breach', () => {
  for (const [id, { Properties }] of alarms) {
    expect(Properties, id).toMatchObject({
      TreatMissingData: HOURLY.test(id) ? 'breaching' : 'notBreaching',
      OKActions: Properties.AlarmActions,
    });
    expect(Properties.ActionsEnabled ?? true, id).toBe(true);
  }
});

test('each alarm has its threshold and its number of periods', () => {
  const measures = alarms.map(([id, { Properties }]) => {
    const { Threshold, EvaluationPeriods, ComparisonOperator, Metrics = [] } = Properties;
    const inner = Metrics.flatMap(({ MetricStat }: { MetricStat?: object }) => MetricStat ?? []);
    for (const { Period } of inner.length > 0 ? inner : [Properties])
      expect(Period, id).toBe(HOURLY.test(id) ? 10_800 : 300);
    const name = id.replace(/^alarms|[0-9A-F]{8}$/g, '');
    return [name, COMPARISONS[ComparisonOperator], Threshold, EvaluationPeriods];
  });
  expect(measures.sort()).toEqual([
    ['backupfailures', '>', 0, 1],
    ['breakeropen', '>', 300, 1],
    ['databaseconnections', '>', 5, 1],
    ['databasememory', '<', 858_993_459.2, 3],
    ['databaseprocessor', '>', 90, 3],
    ['deadletterschatbackgroundqueue', '>', 0, 1],
    ['deadletterschatqueue', '>', 0, 1],
    ['deadlettersindexqueue', '>', 0, 1],
    ['deadlettersnotificationsqueue', '>', 0, 1],
    ['deadlettersreceiptsqueue', '>', 0, 1],
    ['errors', '>', 5, 1],
    ['functionerrors', '>', 2, 1],
    ['memory', '>', 80, 1],
    ['noverifiedbackup', '>', 26, 1],
    ['oldestmessagechatbackgroundqueue', '>', 1800, 1],
    ['oldestmessagechatqueue', '>', 1800, 1],
    ['oldestmessageindexqueue', '>', 1800, 1],
    ['oldestmessagenotificationsqueue', '>', 1800, 1],
    ['oldestmessagereceiptsqueue', '>', 1800, 1],
    ['outboxparked', '>', 0, 1],
    ['processor', '>', 90, 3],
    ['slowresponses', '>', 2000, 2],
    ['throttles', '>', 10, 1],
    ['workflowfailures', '>', 0, 1],
  ]);
});

test.each(STAGES)('in %s, CloudWatch may publish every alarm, for this account only', (stage) => {
  const resources = templates[stage];
  const policies = resources.of('AWS::SNS::TopicPolicy').map(([, { Properties }]) => Properties);
  for (const [id, { Properties }] of resources.of('AWS::CloudWatch::Alarm')) {
    for (const topic of [...Properties.AlarmActions, ...Properties.OKActions]) {
      const statements = policies
        .filter(({ Topics }) => Topics.some(({ Ref }: { Ref: string }) => Ref === topic.Ref))
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
      expect(statements, id).toContainEqual(
        expect.objectContaining({
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: { Ref: topic.Ref },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      );
    }
  }
});

test('each server of the database is watched by the dimension it reports', () => {
  const dimensionsOf = (stage: 'household' | 'production') =>
    templates[stage]
      .of('AWS::CloudWatch::Alarm')
      .filter(([, { Properties }]) => Properties.Namespace === 'AWS/RDS')
      .map(([, { Properties }]) => Properties.Dimensions.map(({ Name }: { Name: string }) => Name));
  expect(dimensionsOf('household')).toEqual([['DBClusterIdentifier'], ['DBClusterIdentifier']]);
  expect(dimensionsOf('production')).toEqual([['DBInstanceIdentifier'], ['DBInstanceIdentifier']]);
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
