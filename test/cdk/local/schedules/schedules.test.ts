import { expect, test } from 'vitest';
import type { InvokeResult, Invoker } from '#cdk/local/functions/invoker.ts';
import { RULE, schedulesOf } from '#cdk/local/resources/rules.ts';
import type { ScheduleConfig } from '#cdk/local/schedules/schedule-config.ts';
import { runOnce, startSchedules } from '#cdk/local/schedules/schedules.ts';
import { Executions } from '#cdk/local/workflows/executions.ts';
import { temporaryState } from '#test/cdk/local/support/state.ts';
import { stackOf } from '#test/cdk/local/template/cloud-assembly.ts';

const machineArn = 'arn:aws:states:eu-central-1:000000000000:stateMachine:nightly';
const schedule: ScheduleConfig = {
  name: 'Nightly',
  ruleArn: 'arn:aws:events:eu-central-1:000000000000:rule/Nightly',
  expression: 'rate(1 day)',
  target: { kind: 'function', name: 'sweep' },
  input: undefined,
  retries: 2,
  maxAgeSeconds: 86_400,
};
const error = { errorType: 'Error', errorMessage: 'no' };
const going = new AbortController().signal;
const unused = {
  executions: {
    start(): never {
      throw new Error('No execution was expected');
    },
  },
};

/** A function that answers with one result after the other, and what it was called with. */
function answering(...results: InvokeResult[]) {
  const calls: { name: string; event: unknown }[] = [];
  const invoker: Invoker = {
    async invoke(name, event) {
      calls.push({ name, event });
      const result = results.shift();
      if (result === undefined) throw new Error('One call too many');
      return result;
    },
  };
  return { calls, invoker };
}
const ok: InvokeResult = { ok: true, payload: null };
const full: InvokeResult = { ok: false, reason: 'throttled', error };

test('a target that is a state machine starts an execution of it with the input', async () => {
  const invoker: Invoker = { invoke: async (_name, event) => ({ ok: true, payload: event }) };
  const definition = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
  const machines = [{ name: 'nightly', arn: machineArn, definition }];
  const executions = new Executions(temporaryState(), machines, invoker);
  const target = { kind: 'state-machine' as const, arn: machineArn };
  await runOnce({ ...schedule, target, input: { night: true } }, { invoker, executions }, going);
  const [started] = executions.store.page(machineArn, { limit: 10 }).executions;
  const ended = await executions.ended(machineArn, started?.name ?? '');
  expect(ended).toMatchObject({ status: 'SUCCEEDED', input: '{"night":true}' });
});

test('the template says which target is a function and which a state machine', () => {
  const functionArn = 'arn:aws:lambda:eu-central-1:000000000000:function:sweep';
  const Targets = [
    { Id: 'a', Arn: functionArn, RetryPolicy: { MaximumRetryAttempts: 2 } },
    { Id: 'b', Arn: machineArn, RoleArn: 'some', Input: '{"night":true}' },
  ];
  const Properties = { ScheduleExpression: 'rate(1 day)', Targets };
  const Rule = { Type: RULE.name, Properties };
  const [rule] = stackOf({ Resources: { Rule } }).all(RULE);
  if (rule === undefined) throw new Error('The template has no rule');
  expect(schedulesOf(rule)).toMatchObject([
    {
      target: { kind: 'function', name: functionArn },
      input: undefined,
      retries: 2,
      maxAgeSeconds: 86_400,
    },
    {
      target: { kind: 'state-machine', arn: machineArn },
      input: { night: true },
      retries: 185,
    },
  ]);
  const disabled = { ...rule, properties: { ...rule.properties, State: 'DISABLED' as const } };
  expect(schedulesOf(disabled)).toEqual([]);
});

test('without an input the target gets the event of EventBridge', async () => {
  const { calls, invoker } = answering(ok);
  await runOnce(schedule, { invoker, ...unused }, going);
  expect(calls).toEqual([
    {
      name: 'sweep',
      event: {
        version: '0',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account: '000000000000',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        region: 'eu-central-1',
        resources: [schedule.ruleArn],
        detail: {},
      },
    },
  ]);
});

test('a target without room is tried again with the same event, as often as the rule says', async () => {
  const { calls, invoker } = answering(full, full, full);
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => pauses.push(milliseconds);
  await runOnce(schedule, { invoker, ...unused }, going, pause);
  expect(calls).toHaveLength(3);
  expect(calls[2]).toEqual(calls[0]);
  expect(pauses).toEqual([1000, 2000]);
});

test.each<[string, InvokeResult]>([
  ['succeeds', ok],
  ['fails', { ok: false, reason: 'error', error }],
  ['runs out of time', { ok: false, reason: 'timeout', error }],
])('a function that %s was reached and is not tried again', async (_what, result) => {
  const { calls, invoker } = answering(full, result);
  await runOnce(schedule, { invoker, ...unused }, going, async () => undefined);
  expect(calls).toHaveLength(2);
});

test('nothing is tried again once the system stops', async () => {
  const { calls, invoker } = answering(full);
  const stopping = new AbortController();
  const pause = async () => stopping.abort();
  await runOnce(schedule, { invoker, ...unused }, stopping.signal, pause);
  expect(calls).toHaveLength(1);
});

test('an expression that is not known stops the start with the name of its schedule', () => {
  const { invoker } = answering();
  const starting = () =>
    startSchedules([{ ...schedule, expression: 'cron(0 99 * * ? *)' }], { invoker, ...unused });
  expect(starting).toThrow('Schedule Nightly: unknown expression: cron(0 99 * * ? *)');
});
