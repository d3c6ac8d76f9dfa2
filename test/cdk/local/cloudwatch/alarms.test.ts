import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AlarmConfig } from '#cdk/local/cloudwatch/alarm-config.ts';
import { AlarmStates } from '#cdk/local/cloudwatch/alarm-states.ts';
import { evaluateAlarms } from '#cdk/local/cloudwatch/alarms.ts';
import { readExpression } from '#cdk/local/cloudwatch/expression.ts';
import { partAlarms } from '#cdk/local/cloudwatch/metric-source.ts';
import { MetricStore } from '#cdk/local/cloudwatch/metric-store.ts';
import { publishTo } from '#cdk/local/sns/topics.ts';
import { openState } from '#cdk/local/state/state.ts';
import { temporaryFolder, temporaryState } from '#test/cdk/local/support/state.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 28, 12);
const TOPIC = 'arn:aws:sns:eu-central-1:000000000000:alarms';
const metric = { namespace: 'FoodSave', name: 'OutboxParked', dimensions: { stage: 'local' } };
const alarm: AlarmConfig = {
  name: 'outbox',
  arn: 'arn:aws:cloudwatch:eu-central-1:000000000000:alarm:outbox',
  description: 'Words. What to do: docs/runbook.md#outbox-parked',
  measures: new Map([['m', { metric, statistic: 'Maximum' }]]),
  expression: readExpression('m'),
  periodMs: 5 * MINUTE,
  periods: 1,
  datapoints: 1,
  comparison: 'GreaterThanThreshold',
  threshold: 0,
  missingData: 'notBreaching',
  actions: { OK: [TOPIC], ALARM: [TOPIC], INSUFFICIENT_DATA: [] },
};

function measured(at: number, value: number): MetricStore {
  const metrics = new MetricStore();
  metrics.watch(metric);
  metrics.add({ metric, value, at });
  return metrics;
}

test('a change is told once, and one that nobody took again at the next look', async () => {
  const metrics = measured(NOON, 1);
  const states = new AlarmStates(temporaryState());
  const told: string[] = [];
  let isTaken = false;
  const publish = async (_topic: string, subject: string) => {
    told.push(subject);
    return isTaken;
  };
  const look = (minute: number) =>
    evaluateAlarms([alarm], { metrics, states, publish, since: 0 }, NOON + minute * MINUTE);
  expect(await look(1)).toEqual([]);
  isTaken = true;
  expect((await look(2)).map(({ from, to }) => [from, to.state])).toEqual([['OK', 'ALARM']]);
  expect(await look(3)).toEqual([]);
  expect((await look(9)).map(({ to }) => to.state)).toEqual(['OK']);
  expect(told).toEqual(['ALARM: "outbox"', 'ALARM: "outbox"', 'OK: "outbox"']);
});

test('a start tells nobody again what the last run told', async () => {
  const folder = temporaryFolder();
  const deps = { metrics: measured(NOON, 1), publish: async () => true, since: 0 };
  for (const changes of [1, 0]) {
    const state = openState(folder);
    const states = new AlarmStates(state);
    const told = await evaluateAlarms([alarm], { ...deps, states }, NOON + MINUTE);
    expect(told).toHaveLength(changes);
    state.close();
  }
});

test('functions get the event that SNS sends, and one that fails has not taken it', async () => {
  const events: unknown[] = [];
  const invoker = {
    async invoke(_name: string, event: unknown) {
      events.push(event);
      return events.length === 1
        ? ({ ok: true, payload: null } as const)
        : ({ ok: false, reason: 'error', error: { errorType: 'E', errorMessage: 'm' } } as const);
    },
  };
  const subscription = { arn: `${TOPIC}:1`, topicArn: TOPIC, functionArn: 'receive-alarms' };
  const publish = () =>
    publishTo(TOPIC, { subject: 's', message: '{}', at: NOON }, [subscription], invoker);
  expect([await publish(), await publish()]).toEqual([true, false]);
  expect(
    await publishTo('another', { subject: 's', message: '{}', at: 0 }, [subscription], invoker),
  ).toBe(true);
  expect(events).toHaveLength(2);
  const sample = JSON.parse(readFileSync('events/receive-alarms.json', 'utf8'));
  expect(shapeOf(events[0])).toEqual(shapeOf(sample));
});

/** The names of everything in a value, without what they hold. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([name, inner]) => [name, shapeOf(inner)]),
  );
}

test('a metric of AWS that nobody measures here is an error, one that cannot be known a reason', () => {
  const over = (namespace: string, name: string): AlarmConfig => ({
    ...alarm,
    measures: new Map([
      ['m', { metric: { namespace, name, dimensions: {} }, statistic: 'Maximum' }],
    ]),
  });
  expect(() => partAlarms([over('AWS/Lambda', 'Duration')])).toThrow(
    'outbox: the local target does not measure AWS/Lambda Duration',
  );
  const { evaluated, never } = partAlarms([alarm, over('AWS/RDS', 'CPUUtilization')]);
  expect(evaluated).toEqual([alarm]);
  expect(never).toEqual([{ name: 'outbox', why: expect.stringContaining('Postgres') }]);
});
