import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { FunctionConfig } from '#cdk/local/functions/function-config.ts';
import { startFunctions } from '#cdk/local/functions/functions.ts';
import type { PoolTimes } from '#cdk/local/functions/pool.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

/** A target with one function whose bundle is the given text. */
function functionOf(
  bundle: string,
  more: Partial<FunctionConfig> = {},
  times: Partial<PoolTimes> = {},
) {
  const directory = temporaryFolder();
  writeFileSync(join(directory, 'index.cjs'), bundle);
  const lines: string[] = [];
  const functions = startFunctions({
    functions: [
      {
        name: 'chef',
        arn: 'arn:aws:lambda:eu-central-1:000000000000:function:chef',
        directory,
        layers: [],
        handler: 'index.handler',
        environment: { GRANTED: 'yes' },
        memoryMb: 128,
        timeoutSeconds: 120,
        concurrency: 2,
        ...more,
      },
    ],
    environment: { AWS_REGION: 'eu-central-1' },
    onLine: (_name, _requestId, line) => lines.push(line),
    times,
  });
  onTestFinished(() => functions.close());
  return { functions, lines, invoke: (event: unknown = {}) => functions.invoke('chef', event) };
}

test('a function gets its event and context, and only its own environment', async () => {
  process.env.SECRET_OF_THE_TARGET = 'hidden';
  const { invoke } = functionOf(`exports.handler = async (event, context) => ({
    event, arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis() > 60_000,
    granted: process.env.GRANTED, region: process.env.AWS_REGION, leak: process.env.SECRET_OF_THE_TARGET,
  });`);
  delete process.env.SECRET_OF_THE_TARGET;
  expect(await invoke({ a: 'ż' })).toEqual({
    ok: true,
    payload: {
      event: { a: 'ż' },
      arn: 'arn:aws:lambda:eu-central-1:000000000000:function:chef',
      left: true,
      granted: 'yes',
      region: 'eu-central-1',
    },
  });
});

test('an instance stays warm for the next event, and an error does not end it', async () => {
  const { invoke } = functionOf(`let calls = 0;
    exports.handler = async ({ fail }) => { calls++; if (fail) throw new TypeError('odd'); return calls; };`);
  expect(await invoke()).toEqual({ ok: true, payload: 1 });
  expect(await invoke({ fail: true })).toMatchObject({
    ok: false,
    reason: 'error',
    error: { errorType: 'TypeError', errorMessage: 'odd', trace: expect.any(Array) },
  });
  expect(await invoke()).toEqual({ ok: true, payload: 3 });
});

test('a handler may answer through a callback', async () => {
  const { invoke } = functionOf(
    'exports.handler = (event, context, callback) => setImmediate(() => callback(null, event));',
  );
  expect(await invoke([1])).toEqual({ ok: true, payload: [1] });
});

test('more events than instances are throttled, not queued', async () => {
  const { invoke } = functionOf(
    'exports.handler = ({ wait }) => wait ? new Promise((r) => setTimeout(r, 200)) : null;',
  );
  const results = await Promise.all([
    invoke({ wait: 1 }),
    invoke({ wait: 1 }),
    invoke({ wait: 1 }),
  ]);
  expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual([
    'ok',
    'ok',
    'throttled',
  ]);
});

test('a timeout ends even a busy loop, and the next event finds a fresh instance', async () => {
  const { invoke } = functionOf(
    'exports.handler = async ({ loop }) => { while (loop); return 1; };',
    { timeoutSeconds: 5 },
    { endMs: 1 },
  );
  expect(await invoke({ loop: true })).toMatchObject({
    reason: 'timeout',
    error: { errorMessage: expect.stringMatching(/Task timed out after 5\.00 seconds/) },
  });
  expect(await invoke()).toEqual({ ok: true, payload: 1 });
});

test('a function that ends its process or loses a promise takes only its instance along', async () => {
  const { invoke } = functionOf(`exports.handler = async ({ how }) => {
    if (how === 'exit') process.exit(3);
    if (how === 'reject') { Promise.reject(new Error('lost')); await new Promise(() => {}); }
    return 'fine';
  };`);
  expect(await invoke({ how: 'exit' })).toMatchObject({
    reason: 'crashed',
    error: { errorType: 'Runtime.ExitError' },
  });
  expect(await invoke({ how: 'reject' })).toMatchObject({
    error: { errorType: 'Runtime.UnhandledPromiseRejection' },
  });
  expect(await invoke()).toEqual({ ok: true, payload: 'fine' });
});

test('more heap than the function has ends the instance', async () => {
  const { invoke } = functionOf(
    'exports.handler = async () => { const hoard = []; for (;;) hoard.push(new Array(1e5).fill({})); };',
    { memoryMb: 32 },
  );
  expect(await invoke()).toMatchObject({
    reason: 'crashed',
    error: { errorType: 'Runtime.OutOfMemory' },
  });
});

test.each([
  ["require('./nothing')", 'Runtime.ImportModuleError'],
  ['exports.other = 1', 'Runtime.HandlerNotFound'],
  ["throw new RangeError('at load')", 'RangeError'],
])('a bundle that cannot be loaded says why: %s', async (bundle, errorType) => {
  const { invoke } = functionOf(bundle);
  expect(await invoke()).toMatchObject({ ok: false, error: { errorType } });
});

test('packages of a layer are found', async () => {
  const layer = temporaryFolder();
  mkdirSync(join(layer, 'nodejs/node_modules/only-in-the-layer'), { recursive: true });
  writeFileSync(
    join(layer, 'nodejs/node_modules/only-in-the-layer/index.js'),
    "module.exports = 'from the layer';",
  );
  const { invoke } = functionOf("exports.handler = async () => require('only-in-the-layer');", {
    layers: [layer],
  });
  expect(await invoke()).toEqual({ ok: true, payload: 'from the layer' });
});

const streamed = (
  body: string,
) => `exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  stream = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { 'X-A': 'b' } });
  ${body}
});`;

test('a streamed reply arrives as it is written, and what waits for a chunk to be consumed goes together', async () => {
  const { functions } = functionOf(
    streamed(`for (const part of ['one', 'two']) { stream.write(part); }
    stream.end('three');`),
  );
  const seen: string[] = [];
  const result = await functions.stream(
    'chef',
    {},
    {
      signal: new AbortController().signal,
      prelude: ({ statusCode, headers }) => seen.push(`${statusCode} ${headers['x-a']}`),
      chunk: async (bytes) => void seen.push(Buffer.from(bytes).toString()),
    },
  );
  expect(result.ok).toBe(true);
  expect(seen).toEqual(['201 b', 'one', 'twothree']);
});

test('a client that disconnects ends the stream of the function', async () => {
  const { functions, invoke } = functionOf(
    streamed(`if (event.whole) return stream.end('whole');
    const timer = setInterval(() => stream.write('tick'), 5);
    await new Promise((resolve) => stream.on('close', resolve));
    clearInterval(timer);`),
  );
  const client = new AbortController();
  const result = await functions.stream(
    'chef',
    {},
    {
      signal: client.signal,
      prelude: () => undefined,
      chunk: async () => client.abort(),
    },
  );
  expect(result).toMatchObject({ ok: false });
  expect(await invoke({ whole: true })).toMatchObject({
    payload: { statusCode: 201, body: 'whole' },
  });
});

test('what a function prints is kept line by line', async () => {
  const { functions, invoke, lines } = functionOf(
    "exports.handler = async () => { console.log('one\\ntwo'); process.stderr.write('three\\n'); };",
  );
  await invoke();
  await functions.close();
  expect([...lines].sort()).toEqual(['one', 'three', 'two']);
});

test('a function hears at once that the system stops, as by SIGTERM from Lambda, while it still runs', async () => {
  const { functions, lines, invoke } = functionOf(
    `exports.handler = () => new Promise((resolve) => {
      console.log('runs');
      process.on('SIGTERM', () => resolve('ended what it had started'));
    });`,
    {},
    { drainMs: 60_000 },
  );
  const running = invoke();
  while (!lines.includes('runs')) await pause(10);
  await functions.close();
  expect(await running).toEqual({ ok: true, payload: 'ended what it had started' });
});
