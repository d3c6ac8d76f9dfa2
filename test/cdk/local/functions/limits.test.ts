import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { FunctionConfig } from '#cdk/local/functions/function-config.ts';
import { startFunctions } from '#cdk/local/functions/functions.ts';
import type { PoolTimes } from '#cdk/local/functions/pool.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';
import { WAIT } from '#test/support/limits.ts';

function functionOf(
  bundle: string,
  times: Partial<PoolTimes> = {},
  more: Partial<FunctionConfig> = {},
) {
  const directory = temporaryFolder();
  writeFileSync(join(directory, 'index.cjs'), bundle);
  const lines: string[][] = [];
  const functions = startFunctions({
    functions: [
      {
        name: 'chef',
        arn: 'arn:aws:lambda:eu-central-1:000000000000:function:chef',
        directory,
        layers: [],
        handler: 'index.handler',
        environment: { DIRECTORY: directory },
        memoryMb: 128,
        timeoutSeconds: 120,
        concurrency: 2,
        ...more,
      },
    ],
    environment: {},
    onLine: (_name, requestId, line) => lines.push([requestId, line]),
    times,
  });
  onTestFinished(() => functions.close());
  const invoke = (event: unknown = {}) => functions.invoke('chef', event);
  return { functions, directory, lines, invoke };
}

const counting = 'let calls = 0; exports.handler = async () => ++calls;';

test('an idle instance is stopped, and the next event starts a new one', async () => {
  const { invoke } = functionOf(counting, { idleMs: 1 });
  expect(await invoke()).toEqual({ ok: true, payload: 1 });
  // Every call that finds it still warm counts on; the first that does not counts from one.
  await vi.waitFor(async () => expect(await invoke()).toEqual({ ok: true, payload: 1 }), WAIT);
});

test('a bundle that never finishes loading ends with its timeout', async () => {
  const { invoke } = functionOf('for (;;);', { initMs: 100, endMs: 1 }, { timeoutSeconds: 0.2 });
  expect(await invoke()).toMatchObject({
    reason: 'timeout',
    error: { errorMessage: expect.stringContaining('Task timed out after 0.20 seconds') },
  });
});

test('closing stops a function that does not end', async () => {
  const { functions, directory, invoke } = functionOf(
    "exports.handler = async () => { require('fs').writeFileSync(process.env.DIRECTORY + '/runs', ''); await new Promise(() => setInterval(() => {}, 1e6)); };",
    { drainMs: 1 },
  );
  const running = invoke();
  await vi.waitFor(() => expect(existsSync(join(directory, 'runs'))).toBe(true), WAIT);
  await functions.close();
  expect(await running).toMatchObject({ ok: false, reason: 'crashed' });
});

test('a neural network that computes past the timeout ends only its own instance', async () => {
  const model = resolve('shared/reading/networks/models/detection.onnx');
  const { invoke } = functionOf(
    `const ort = require(${JSON.stringify(resolve('node_modules/onnxruntime-node'))});
    exports.handler = async ({ once }) => {
      if (once) return 'fine';
      const session = await ort.InferenceSession.create(${JSON.stringify(model)});
      const pixels = new ort.Tensor('float32', new Float32Array(3 * 640 * 640), [1, 3, 640, 640]);
      for (;;) await session.run({ [session.inputNames[0]]: pixels });
    };`,
    { initMs: WAIT.timeout },
    { timeoutSeconds: 5 },
  );
  expect(await invoke()).toMatchObject({ reason: 'timeout' });
  expect(await invoke({ once: true })).toEqual({ ok: true, payload: 'fine' });
});

test('closing lets what runs come to its end, and nothing begins after it', async () => {
  const { functions, invoke } = functionOf(counting);
  const running = invoke();
  await functions.close();
  expect(await running).toEqual({ ok: true, payload: 1 });
  expect(await invoke()).toMatchObject({ reason: 'throttled' });
});

test('a function that reserves no instance is always throttled', async () => {
  const { invoke } = functionOf(counting, {}, { concurrency: 0 });
  expect(await invoke()).toMatchObject({ reason: 'throttled' });
});

test('an event is a copy: nothing the function does to it is seen outside', async () => {
  const { invoke } = functionOf(
    'exports.handler = async (event) => { event.list.push(1); return event; };',
  );
  const event = { list: [], day: new Date(0), nothing: undefined };
  expect(await invoke(event)).toEqual({
    ok: true,
    payload: { list: [1], day: '1970-01-01T00:00:00.000Z' },
  });
  expect(event.list).toEqual([]);
});

test('a handler that returns nothing answers null, and more than 6 MB are too much', async () => {
  const { invoke } = functionOf(
    "exports.handler = async ({ size }) => (size ? 'a'.repeat(size) : undefined);",
  );
  expect(await invoke()).toEqual({ ok: true, payload: null });
  expect(await invoke({ size: 7_000_000 })).toMatchObject({
    error: { errorType: 'Function.ResponseSizeTooLarge' },
  });
});

test.each([
  ["setImmediate(() => { throw new RangeError('later'); });", 'later'],
  ["setImmediate(() => { throw 'text'; });", 'text'],
  ['setImmediate(() => { throw null; });', 'null'],
])('what is thrown outside of a promise ends only its instance: %s', async (code, message) => {
  const { invoke } = functionOf(`exports.handler = async ({ fail }) => {
    if (fail) { ${code} await new Promise(() => {}); }
    return 'fine';
  };`);
  expect(await invoke({ fail: true })).toMatchObject({
    ok: false,
    error: { errorType: 'Runtime.UncaughtException', errorMessage: message },
  });
  expect(await invoke()).toEqual({ ok: true, payload: 'fine' });
});

test('a line belongs to the event that printed it, on a warm instance too', async () => {
  const { functions, lines, invoke } = functionOf(
    'exports.handler = async (event, context) => { console.log(event.say); return context.awsRequestId; };',
  );
  const ids: unknown[] = [];
  for (const say of ['one', 'two']) {
    const result = await invoke({ say });
    ids.push(result.ok && result.payload);
    await vi.waitFor(() => expect(lines.map(([, line]) => line)).toContain(say), WAIT);
  }
  await functions.close();
  expect(ids[0]).not.toBe(ids[1]);
  expect(lines).toEqual([
    [ids[0], 'one'],
    [ids[1], 'two'],
  ]);
});

test('the memory a function measures is its own, not that of all functions together', async () => {
  const { invoke } = functionOf(`exports.handler = async ({ megabytes }) => {
    globalThis.kept = Buffer.alloc(megabytes * 1048576, 1);
    return process.memoryUsage.rss() / 1048576;
  };`);
  const small = await invoke({ megabytes: 1 });
  const large = await invoke({ megabytes: 50 });
  const grown = small.ok && large.ok ? Number(large.payload) - Number(small.payload) : 0;
  expect(Math.round(grown / 10)).toBe(5);
  expect(Number(small.ok && small.payload)).toBeLessThan(process.memoryUsage.rss() / 1048576);
});

test('a streamed reply whose bytes are no text comes whole as base64', async () => {
  const { invoke } =
    functionOf(`exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    awslambda.HttpResponseStream.from(stream, { statusCode: 200 }).end(Buffer.from([255, 216, 0]));
  });`);
  expect(await invoke()).toMatchObject({
    payload: { statusCode: 200, body: '/9gA', isBase64Encoded: true },
  });
});
