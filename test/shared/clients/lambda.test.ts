import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { FrameReader } from '#shared/clients/event-stream-frames.ts';
import { streamFunction } from '#shared/clients/lambda.ts';
import { ENV } from '#shared/env.ts';
import { isServiceAway, ServiceAway } from '#shared/errors/service-away.ts';
import { stepFailure } from '#shared/errors/step-failure.ts';
import { beginTrace, currentTrace, finishTrace } from '#shared/telemetry/invocation-trace.ts';
import { type Invoked, lambdaFrame, startLambdaService } from '#test/support/lambda-service.ts';

beforeEach(() => {
  Object.assign(process.env, {
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
  });
});

/** What came of one invocation: its lines, and what it failed for. */
async function invoke(answer: Invoked) {
  const lambda = await startLambdaService(() => answer);
  onTestFinished(lambda.close);
  process.env[ENV.lambdaEndpoint] = lambda.url;
  const lines: string[] = [];
  let error: unknown;
  try {
    for await (const line of streamFunction('assistant', 'chef', {})) lines.push(line);
  } catch (cause) {
    error = cause;
  }
  return { lines, error, isBusy: isServiceAway(error) ? error.isBusy : undefined };
}

const failed = (errorType: string) => ({ failure: { errorType, errorMessage: 'x' } });

test('its lines come in their order, whole', async () => {
  const events = [{ text: 'Tak' }, { text: 'żółw\n' }];
  expect(await invoke({ events })).toEqual({
    lines: events.map((event) => JSON.stringify(event)),
    error: undefined,
    isBusy: undefined,
  });
});

test('a throttled function is a service that has no room', async () => {
  expect(await invoke({ status: 429 })).toMatchObject({
    error: { name: 'ServiceAway' },
    isBusy: true,
  });
});

test('one that lacked a service itself is no reason to leave it alone', async () => {
  const lacking = stepFailure(new ServiceAway('database', new Error('Query read timeout')));
  const name = lacking instanceof Error ? lacking.name : '';
  expect(await invoke(failed(name))).toMatchObject({
    error: { name: 'ServiceAway' },
    isBusy: true,
  });
});

test.each<[string, Invoked]>([
  ['is refused', { status: 500 }],
  ['runs out of time', failed('Sandbox.Timedout')],
  ['is killed', failed('Runtime.ExitError')],
  ['is cut off', { isCut: true }],
])(
  'one that %s in the middle of its answer is away, and what came before is there',
  async (_, end) => {
    const { lines, error, isBusy } = await invoke({ events: [{ a: 1 }], ...end });
    expect(lines).toEqual(end.status === 500 ? [] : ['{"a":1}']);
    expect({ error, isBusy }).toMatchObject({ error: { code: 'assistant-away' }, isBusy: false });
  },
);

test('an error of its code is one of ours', async () => {
  expect(await invoke(failed('TypeError'))).toMatchObject({ error: { name: 'FunctionFailed' } });
});

test('messages that are cut anywhere arrive whole, and damaged ones are refused', () => {
  const whole = Buffer.concat([
    lambdaFrame('PayloadChunk', 'żółw'),
    lambdaFrame('InvokeComplete', '{}'),
  ]);
  for (let cut = 0; cut <= whole.length; cut += 1) {
    const reader = new FrameReader();
    const frames = [...reader.add(whole.subarray(0, cut)), ...reader.add(whole.subarray(cut))];
    expect(frames.map(({ type, payload }) => [type, payload.toString()])).toEqual([
      ['PayloadChunk', 'żółw'],
      ['InvokeComplete', '{}'],
    ]);
  }
  for (let at = 0; at < lambdaFrame('PayloadChunk', 'żółw').length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(() => new FrameReader().add(damaged), `byte ${at}`).toThrow();
  }
});

test('the function is told for which request it is invoked, beside its own fields', async () => {
  let asked: unknown;
  const lambda = await startLambdaService((_name, request) => {
    asked = request;
    return {};
  });
  onTestFinished(lambda.close);
  process.env[ENV.lambdaEndpoint] = lambda.url;
  beginTrace({ requestId: 'request-of-a-person' });
  const trace = currentTrace();
  await Array.fromAsync(streamFunction('assistant', 'chef', { message: 'co na obiad?' }));
  finishTrace();
  expect(asked).toEqual({ message: 'co na obiad?', trace });
});
