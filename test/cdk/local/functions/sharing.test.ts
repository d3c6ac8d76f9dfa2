import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startFunctions } from '#cdk/local/functions/functions.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

/** A function that takes a second to load, counts the events of its instance, and may hold one. */
function slowToLoad(areBusy = () => false) {
  const folder = temporaryFolder();
  const directory = join(folder, 'bundle');
  mkdirSync(directory);
  const release = join(folder, 'release');
  writeFileSync(
    join(directory, 'index.cjs'),
    `const { existsSync } = require('node:fs');
    const until = performance.now() + 1000;
    while (performance.now() < until);
    let events = 0;
    exports.handler = async ({ hold }) => {
      events += 1;
      while (hold && !existsSync(${JSON.stringify(release)})) await new Promise((r) => setTimeout(r, 5));
      return events;
    };`,
  );
  const functions = startFunctions({
    functions: [
      {
        name: 'chef',
        arn: 'arn:aws:lambda:eu-central-1:000000000000:function:chef',
        directory,
        layers: [],
        handler: 'index.handler',
        environment: {},
        memoryMb: 128,
        timeoutSeconds: 300,
        concurrency: 5,
      },
    ],
    environment: {},
    onLine: () => undefined,
    times: { areBusy },
  });
  onTestFinished(() => functions.close());
  return {
    functions,
    invoke: (event: unknown = {}) => functions.invoke('chef', event),
    release: () => writeFileSync(release, ''),
  };
}

test('events that come together share an instance that is done before another would be ready', async () => {
  const { invoke } = slowToLoad();
  const results = await Promise.all([invoke(), invoke(), invoke(), invoke()]);
  expect(results).toEqual([1, 2, 3, 4].map((payload) => ({ ok: true, payload })));
});

test('an event gets an instance of its own when it waits for longer than a start took', async () => {
  const { invoke, release } = slowToLoad();
  const held = [invoke({ hold: true }), invoke({ hold: true })];
  expect(await invoke()).toEqual({ ok: true, payload: 1 });
  release();
  expect(await Promise.all(held)).toEqual([1, 1].map((payload) => ({ ok: true, payload })));
});

test('no further instance starts while all processors are busy', async () => {
  let waits = 0;
  // Busy for as long as the events are held, which end when one of them has waited three times.
  const { invoke, release } = slowToLoad(() => {
    waits += 1;
    if (waits === 3) release();
    return true;
  });
  const results = await Promise.all([invoke({ hold: true }), invoke(), invoke()]);
  expect(results).toEqual([1, 2, 3].map((payload) => ({ ok: true, payload })));
  expect(waits).toBeGreaterThanOrEqual(3);
});

test('what waits for an instance when the system stops still gets one', async () => {
  const { functions, invoke } = slowToLoad();
  const waiting = [invoke(), invoke(), invoke()];
  await functions.close();
  expect(await Promise.all(waiting)).toEqual([1, 2, 3].map((payload) => ({ ok: true, payload })));
});
