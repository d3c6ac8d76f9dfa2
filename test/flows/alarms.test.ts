import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import * as z from 'zod/mini';
import { LocalFile } from '#cdk/cli/connection.ts';
import type { AlarmConfig } from '#cdk/local/cloudwatch/alarm-config.ts';
import { AlarmStates } from '#cdk/local/cloudwatch/alarm-states.ts';
import { alarmWatch } from '#cdk/local/cloudwatch/alarm-watch.ts';
import { evaluateAlarms } from '#cdk/local/cloudwatch/alarms.ts';
import { embeddedMetrics } from '#cdk/local/cloudwatch/embedded-metrics.ts';
import type { DataPoint } from '#cdk/local/cloudwatch/metric.ts';
import { MetricStore } from '#cdk/local/cloudwatch/metric-store.ts';
import { countedFunctions, countedRequests } from '#cdk/local/cloudwatch/service-metrics.ts';
import { localCredentials } from '#cdk/local/credentials.ts';
import { type Functions, startFunctions } from '#cdk/local/functions/functions.ts';
import { TYPES } from '#cdk/local/parts/parts.ts';
import { ALARM, alarmOf } from '#cdk/local/resources/alarms.ts';
import { functionsOf } from '#cdk/local/resources/functions.ts';
import { STATE_MACHINE } from '#cdk/local/resources/machines.ts';
import { QUEUE, queueOf } from '#cdk/local/resources/queues.ts';
import { subscriptionsOf } from '#cdk/local/resources/topics.ts';
import { ACCOUNT, environmentOf, localOverrides, REGION } from '#cdk/local/runtime-environment.ts';
import { publishTo } from '#cdk/local/sns/topics.ts';
import { MessageStore } from '#cdk/local/sqs/message-store.ts';
import { openState, type State } from '#cdk/local/state/state.ts';
import { readAssembly } from '#cdk/local/template/assembly.ts';
import { openStack, type Stack } from '#cdk/local/template/stack.ts';
import { ExecutionStore } from '#cdk/local/workflows/execution-store.ts';
import { AlertHistory, AlertList } from '#shared/alerts/alert-schema.ts';
import { ENV } from '#shared/env.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';
import { newHousehold } from './shared-system.ts';
import { flowAssembly } from './system.ts';

const MINUTE = 60_000;
/** The shared system looks at the same alarms; those of this file have names of their own. */
const OWN = '-in-a-flow';

const operator = newHousehold();
const system = inject('sharedSystem');
let stack: Stack;
let state: State;
let alarms: AlarmConfig[];
/** The system's own functions beside it, with its database, or with one that is away. */
let functions: Functions;
let withoutDatabase: Functions;
const printed: DataPoint[] = [];

beforeAll(async () => {
  const local = (name: string) => JSON.parse(readFileSync(join(system.data, name), 'utf8'));
  const ports = z.record(z.string(), z.number()).parse(local('ports.json'));
  const url = (part: string) => `http://127.0.0.1:${ports[part]}`;
  const assembly = readAssembly(await flowAssembly());
  const database = { host: '127.0.0.1', port: ports.database ?? 0 };
  const place = { sqsUrl: url('sqs'), issuerUrl: url('issuer'), database };
  stack = openStack(assembly, { region: REGION, accountId: ACCOUNT, ...place }, TYPES);
  alarms = stack.all(ALARM).map((alarm) => {
    const config = alarmOf(alarm);
    return { ...config, description: `${config.description}${OWN}` };
  });
  const start = (overrides: Record<string, string>) =>
    startFunctions({
      functions: functionsOf(stack),
      environment: environmentOf({
        credentials: localCredentials(system.data),
        endpoints: LocalFile.parse(local('local.json')).endpoints,
        logLevel: 'INFO',
      }),
      overrides: { ...localOverrides(undefined), ...overrides },
      onLine: (_name, _requestId, line) => printed.push(...embeddedMetrics(line)),
    });
  functions = start({});
  withoutDatabase = start({ [ENV.databasePort]: '1' });
  state = openState(temporaryDirectory());
});

afterAll(async () => {
  await Promise.all([functions.close(), withoutDatabase.close()]);
  state.close();
});

const sample = (name: string) => JSON.parse(readFileSync(`events/${name}.json`, 'utf8'));
const ours = (items: readonly { readonly alarm: string }[]) =>
  items.flatMap(({ alarm }) => (alarm.endsWith(OWN) ? [alarm.slice(0, -OWN.length)] : [])).sort();

async function openAlerts(): Promise<string[]> {
  const response = await operator.fetch('/api/v2/alerts');
  return ours(AlertList.parse(await response.json()).items);
}

const headingOf = ({ description }: AlarmConfig) =>
  description.slice(description.indexOf('#') + 1, -OWN.length);

/** Values that make an alarm over several metrics fire; any other fires beyond its threshold. */
const FIRING: Readonly<Record<string, number>> = {
  used: 95_000,
  offered: 100_000,
  requests: 30,
  failures: 3,
};

test('every alarm of the template fires and clears, and its alert opens and is resolved', async () => {
  const metrics = new MetricStore();
  const subscriptions = subscriptionsOf(stack);
  const states = new AlarmStates(state);
  for (const { measures } of alarms)
    for (const { metric } of measures.values()) metrics.watch(metric);
  const publish = (now: number) => (topicArn: string, subject: string, message: string) =>
    publishTo(topicArn, { subject, message, at: now }, subscriptions, functions);
  const look = (now: number) =>
    evaluateAlarms(alarms, { metrics, states, publish: publish(now), since: 0 }, now);
  const measure = (alarm: AlarmConfig, at: number, offset: number) => {
    const step = alarm.comparison.startsWith('Less') ? -offset : offset;
    for (const [id, { metric }] of alarm.measures) {
      const value = offset < 0 ? 0 : FIRING[id];
      metrics.add({ metric, value: value ?? alarm.threshold + step, at });
    }
  };

  const start = Date.UTC(2026, 10, 28);
  for (const alarm of alarms) {
    for (let period = 0; period < alarm.periods; period += 1) {
      measure(alarm, start - MINUTE - period * alarm.periodMs, 1);
    }
  }
  const fired = await look(start);
  expect(fired.map(({ to }) => to.state)).toEqual(alarms.map(() => 'ALARM'));
  expect(await openAlerts()).toEqual(alarms.map(headingOf).sort());

  // Later than the longest period, so that only what is measured now counts.
  const later = start + 4 * 60 * MINUTE;
  const backup = alarms.find((alarm) => headingOf(alarm) === 'no-verified-backup');
  for (const { metric } of backup?.measures.values() ?? [])
    metrics.add({ metric, value: 1, at: later - MINUTE });
  const cleared = await look(later);
  expect(cleared.map(({ to }) => to.state)).toEqual(alarms.map(() => 'OK'));
  expect(await openAlerts()).toEqual([]);
  const response = await operator.fetch('/api/v2/alerts/history?limit=100');
  const { items } = AlertHistory.parse(await response.json());
  for (const change of ['fired', 'recovered']) {
    expect(ours(items.filter((item) => item.change === change))).toEqual(
      alarms.map(headingOf).sort(),
    );
  }
  expect(await look(later + MINUTE)).toEqual([]);
});

describe('what functions print and services do', () => {
  test('fires the alarms that are about it, which clear when it is over', async () => {
    const own = openState(temporaryDirectory());
    const queues = new MessageStore(own, stack.all(QUEUE).map(queueOf));
    const executions = new ExecutionStore(own);
    const machineArns = stack.all(STATE_MACHINE).map(({ ref }) => ref);
    const metrics = new MetricStore();
    const began = Date.now();
    const watch = alarmWatch({
      alarms,
      subscriptions: subscriptionsOf(stack),
      metrics,
      state: own,
      queues,
      executions,
      machineArns,
      invoker: functions,
      since: began,
    });
    const add = (point: DataPoint) => metrics.add(point);
    const counted = countedFunctions(withoutDatabase, add);
    const [api] = alarms.flatMap(({ measures }) => {
      const metric = measures.get('requests')?.metric;
      return metric === undefined ? [] : [String(metric.dimensions.ApiName)];
    });
    const requests = countedRequests(counted, api ?? '', add);
    const sink = {
      signal: new AbortController().signal,
      prelude: () => undefined,
      chunk: async () => undefined,
    };
    for (let n = 0; n < 6; n += 1) await requests.stream('pantry', sample('pantry'), sink);
    for (let n = 0; n < 3; n += 1) await counted.invoke('sweep-uploads', sample('sweep-uploads'));
    for (const point of printed.splice(0)) metrics.add(point);
    for (const { redrive } of stack.all(QUEUE).map(queueOf)) {
      if (redrive !== undefined) queues.send(redrive.deadLetterArn, { body: '{}' }, Date.now());
    }
    const [machine = ''] = machineArns;
    executions.begin(machine, 'one', '{}', Date.now());
    executions.end(machine, 'one', { status: 'FAILED', error: 'E', cause: 'c' }, Date.now());

    const now = Date.now() + MINUTE;
    await watch.look(now);
    const dead = [
      'chat-background-queue',
      'chat-queue',
      'index-queue',
      'notifications-queue',
      'receipts-queue',
    ];
    const open = await openAlerts();
    expect(open.filter((alarm) => !/^(backup|workflow)-failures$/.test(alarm))).toEqual([
      'database-connections',
      ...dead.map((queue) => `dead-letters-${queue}`),
      'errors',
      'function-errors',
    ]);
    expect(open.filter((alarm) => alarm.endsWith('-failures'))).toHaveLength(1);

    for (const queue of queues.names()) queues.purge(queue);
    await watch.look(now + 10 * MINUTE);
    expect(await openAlerts()).toEqual([]);
    expect(watch.never.map(({ name }) => name.replace(/^alarms|[0-9A-F]{8}$/g, ''))).toEqual([
      'memory',
      'processor',
      'databaseprocessor',
      'databasememory',
    ]);
    own.close();
  });
});
