import { describe, expect, test, vi } from 'vitest';
import type { InvokeResult, Invoker } from '#cdk/local/functions/invoker.ts';
import { machineOf, type Outcome } from '#cdk/local/workflows/machine.ts';
import { WAIT } from '#test/support/limits.ts';

type Answer = (event: unknown, call: number) => InvokeResult | Promise<InvokeResult>;

/** Functions by name; an unknown one is an error, and calls are counted. */
function functionsOf(answers: Record<string, Answer>) {
  const calls: string[] = [];
  const invoker: Invoker = {
    async invoke(name, event) {
      calls.push(name);
      const answer = answers[name];
      if (answer === undefined) throw new Error(`no function ${name}`);
      return answer(event, calls.filter((one) => one === name).length);
    },
  };
  return { invoker, calls };
}

const ok = (payload: unknown): InvokeResult => ({ ok: true, payload });
const failed = (errorType: string): InvokeResult => ({
  ok: false,
  reason: 'error',
  error: { errorType, errorMessage: 'said why' },
});

function task(FunctionName: string, more: object) {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName, 'Payload.$': '$' },
    OutputPath: '$.Payload',
    ...more,
  };
}

async function run(States: object, invoker: Invoker, input: unknown = {}): Promise<Outcome> {
  const StartAt = Object.keys(States)[0];
  const machine = machineOf('test', { StartAt, States, QueryLanguage: 'JSONPath' }, invoker, 0);
  return machine.run(input, { name: 'one', startedAt: '2026-11-24T00:00:00Z' }).outcome;
}

test('a task gets the input, and its payload is the next input', async () => {
  const { invoker } = functionsOf({
    a: (event) => ok({ ...Object(event), a: 1 }),
    b: (event) => ok({ ...Object(event), b: 2 }),
  });
  const States = { A: task('a', { Next: 'B' }), B: task('b', { End: true }) };
  expect(await run(States, invoker, { x: 0 })).toEqual({
    status: 'SUCCEEDED',
    output: { x: 0, a: 1, b: 2 },
  });
});

describe('an execution that was stopped asks for nothing more', () => {
  const Retry = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 3, IntervalSeconds: 99 }];
  const States = {
    A: task('a', { Retry, TimeoutSeconds: 99, Next: 'B' }),
    B: task('b', { End: true }),
  };
  const clocks = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
  const started = (invoker: Invoker, pause?: number) =>
    machineOf('test', { StartAt: 'A', States, QueryLanguage: 'JSONPath' }, invoker, pause).run(
      {},
      { name: 'one', startedAt: '2026-11-24T00:00:00Z' },
    );
  /** Takes as many turns to its end as more tries would. */
  const another = () =>
    run(
      { A: task('a', { Retry, End: true }) },
      functionsOf({ a: (_, call) => (call < 4 ? failed('Error') : ok(1)) }).invoker,
    );

  test('while its task runs, which fails then', async () => {
    const failing = Promise.withResolvers<InvokeResult>();
    const { invoker, calls } = functionsOf({ a: () => failing.promise });
    const before = clocks();
    const running = started(invoker, 0);
    await vi.waitFor(() => expect(calls).toHaveLength(1), WAIT);
    running.abort();
    expect(await running.outcome).toEqual({ status: 'ABORTED' });
    failing.resolve(failed('Error'));
    await another();
    expect([calls, clocks()]).toEqual([['a'], before]);
  });

  test('while it pauses before the next try', async () => {
    const { invoker, calls } = functionsOf({ a: () => failed('Error') });
    const before = clocks();
    const running = started(invoker);
    await vi.waitFor(() => expect(calls).toHaveLength(1), WAIT);
    await another();
    running.abort();
    expect(await running.outcome).toEqual({ status: 'ABORTED' });
    await another();
    expect([calls, clocks()]).toEqual([['a'], before]);
  });
});

test('a retrier tries as often as it says, and the first that matches decides', async () => {
  const Retry = [
    { ErrorEquals: ['PermanentError'], MaxAttempts: 0 },
    {
      ErrorEquals: ['States.ALL'],
      MaxAttempts: 3,
      IntervalSeconds: 2,
      BackoffRate: 2,
      MaxDelaySeconds: 30,
      JitterStrategy: 'FULL',
    },
  ];
  const passing = functionsOf({ a: (_event, call) => (call < 4 ? failed('Error') : ok('done')) });
  expect(await run({ A: task('a', { Retry, End: true }) }, passing.invoker)).toMatchObject({
    output: 'done',
  });
  const permanent = functionsOf({ a: () => failed('PermanentError') });
  expect(await run({ A: task('a', { Retry, End: true }) }, permanent.invoker)).toMatchObject({
    status: 'FAILED',
    error: 'PermanentError',
  });
  expect(permanent.calls).toHaveLength(1);
});

test.each([
  ['the name the function threw', 'PermanentError', failed('PermanentError')],
  ['States.TaskFailed for any error of a function', 'States.TaskFailed', failed('TypeError')],
  ['States.ALL', 'States.ALL', failed('TypeError')],
  [
    'Lambda.TooManyRequestsException when the function has no room',
    'Lambda.TooManyRequestsException',
    { ok: false, reason: 'throttled', error: { errorType: 'x', errorMessage: '' } } as const,
  ],
])('a catcher matches %s and keeps the input beside the error', async (_what, name, result) => {
  const { invoker } = functionsOf({ a: () => result, b: (event) => ok(event) });
  const Catch = [{ ErrorEquals: [name], ResultPath: '$.error', Next: 'B' }];
  const States = { A: task('a', { Catch, End: true }), B: task('b', { End: true }) };
  const outcome = await run(States, invoker, { uploadId: 'u' });
  expect(outcome).toMatchObject({
    output: { uploadId: 'u', error: { Error: expect.any(String), Cause: expect.any(String) } },
  });
});

test('an uncaught error fails the execution with its name and cause', async () => {
  const { invoker } = functionsOf({ a: () => failed('Odd') });
  expect(await run({ A: task('a', { End: true }) }, invoker)).toEqual({
    status: 'FAILED',
    error: 'Odd',
    cause: JSON.stringify({ errorType: 'Odd', errorMessage: 'said why' }),
  });
});

test('a Fail state ends with its own error', async () => {
  const { invoker } = functionsOf({});
  const States = { Over: { Type: 'Fail', Error: 'ReceiptNotRead', Cause: 'see upload' } };
  expect(await run(States, invoker)).toEqual({
    status: 'FAILED',
    error: 'ReceiptNotRead',
    cause: 'see upload',
  });
});

test('a map runs no more items at once than it may, and keeps their order', async () => {
  let now = 0;
  let most = 0;
  const { invoker } = functionsOf({
    a: async (event) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      return ok(event);
    },
  });
  const ItemProcessor = {
    ProcessorConfig: { Mode: 'INLINE' },
    StartAt: 'A',
    States: { A: task('a', { End: true }) },
  };
  const States = { Each: { Type: 'Map', MaxConcurrency: 2, ItemProcessor, End: true } };
  expect(await run(States, invoker, [1, 2, 3, 4, 5])).toMatchObject({ output: [1, 2, 3, 4, 5] });
  expect(most).toBe(2);
});

test('choice and pass states work as specified', async () => {
  const { invoker } = functionsOf({});
  const States = {
    Which: {
      Type: 'Choice',
      Choices: [
        {
          And: [
            { Variable: '$.status', StringEquals: 'done' },
            { Not: { Variable: '$.hidden', IsPresent: true } },
          ],
          Next: 'Yes',
        },
      ],
      Default: 'No',
    },
    Yes: { Type: 'Pass', Result: 'yes', End: true },
    No: { Type: 'Pass', Result: 'no', End: true },
  };
  expect(await run(States, invoker, { status: 'done' })).toMatchObject({ output: 'yes' });
  expect(await run(States, invoker, { status: 'else' })).toMatchObject({ output: 'no' });
  const hidden = { status: 'done', hidden: 1 };
  expect(await run(States, invoker, hidden)).toMatchObject({ output: 'no' });
});
