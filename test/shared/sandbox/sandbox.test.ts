import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { programUrl } from '#shared/sandbox/program-url.ts';
import { type RunOptions, Sandbox } from '#shared/sandbox/sandbox.ts';
import { SAMPLE_LIMITS } from './sample-limits.ts';

const sandbox = new Sandbox(programUrl(import.meta.url, 'sample-program'), SAMPLE_LIMITS);
afterEach(() => sandbox.close());

const run = (name: string, input: unknown, options: Partial<RunOptions<z.ZodMiniUnknown>> = {}) =>
  sandbox.run(name, input, { output: z.unknown(), ...options });

/** One that has ended keeps its number until whoever started it takes note. */
function isRunning(pid: number): boolean {
  try {
    const hasEnded =
      process.platform === 'linux' &&
      /^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return !hasEnded && process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function untilEnded(pid: number): Promise<void> {
  while (isRunning(pid)) await pause(10);
}

test('a healthy program is kept', async () => {
  const pid = await run('process', null);
  expect(await run('process', null)).toBe(pid);
});

test('more memory than allowed ends it, wherever the memory is', async () => {
  await expect(run('hold', 2000)).rejects.toMatchObject({ limit: 'memory' });
  // The program may be ended by what it asked for last, before that is counted.
  expect(sandbox.peakBytes).toBeGreaterThan(SAMPLE_LIMITS.memoryBytes * 0.9);
  expect(sandbox.peakBytes).toBeLessThan(SAMPLE_LIMITS.memoryBytes * 1.5);
  expect(await run('hold', 1)).toBe(1);
});

test.runIf(process.platform === 'linux')(
  'the kernel refuses what nobody could look at',
  async () => {
    await expect(run('reserve', 1000)).rejects.toThrow(/allocation failed/i);
  },
);

test('what an earlier task left decides nothing about the next', async () => {
  await run('hold', 60);
  const pid = await run('process', null);
  expect(await run('hold', 90)).toBe(90); // too much beside the 60, not alone
  expect(await run('process', null)).not.toBe(pid);
});

test('what cannot be read is asked of a fresh program before it is said for good', async () => {
  const pid = await run('process', null);
  await expect(run('refuse', 'permanent')).rejects.toMatchObject({ code: 'broken' });
  const fresh = await run('process', null);
  expect(fresh).not.toBe(pid);
  await expect(run('refuse', 'user')).rejects.toMatchObject({ code: 'too-big' });
  expect(await run('process', null)).toBe(fresh);
});

test('work at opening is bounded, what follows is not', async () => {
  expect(await run('read', 800)).toBe('read');
  await expect(run('open', 60_000)).rejects.toMatchObject({ limit: 'work' });
});

test('a crash is the fault of what was given', async () => {
  await expect(run('crash', null)).rejects.toMatchObject({ limit: 'crash' });
});

test('a process that is ended from outside is no fault of what was given', async () => {
  const pid = Number(await run('process', null));
  const reading = run('read', 60_000);
  process.kill(pid, 'SIGKILL');
  await expect(reading).rejects.toThrow('The program was ended by SIGKILL');
});

test('when time is up it answers what there is; when it must end, it is ended', async () => {
  expect(await run('untilTold', null, { signal: AbortSignal.abort() })).toBe('what there is');
  const pid = Number(await run('process', null));
  const end = new AbortController();
  const reading = run('read', 60_000, { end: end.signal });
  end.abort(new Error('the last moment'));
  await expect(reading).rejects.toThrow('the last moment');
  await untilEnded(pid);
});

test('it asks this process, and errors keep what they say on both ways', async () => {
  const answer = async (_name: string, input: unknown) => `${input}!`;
  expect(await run('ask', 'well', { answer })).toBe('well!');
  await expect(run('ask', 'well')).rejects.toThrow('Nobody answers question');
  await expect(run('refuse', 'user')).rejects.toMatchObject({
    name: 'UserError',
    kind: 'too-large',
    code: 'too-big',
    text: { pl: 'za duży', en: 'big' },
  });
  await expect(run('refuse', 'permanent')).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'broken',
  });
  await expect(run('refuse', 'other')).rejects.toThrow('a fault of ours');
});

test('no name of ours is in its environment', async () => {
  process.env.AWS_SECRET_ACCESS_KEY ??= 'secret';
  const names = z.array(z.string()).parse(await run('environment', null));
  expect(names.filter((name) => /AWS|SECRET|DATABASE|BUCKET|URL/.test(name))).toEqual([]);
  expect(names).toContain('PATH');
});

test.each([
  ['is cut off', (owner: Worker) => void owner.terminate()],
  ['is told that the system stops', (owner: Worker) => owner.postMessage('stop')],
])('busy with one long step, it ends when its thread %s', async (_how, end) => {
  const owner = new Worker(new URL('./owner-thread.ts', import.meta.url));
  const [pid] = await once(owner, 'message');
  expect(isRunning(pid)).toBe(true);
  end(owner);
  await untilEnded(pid);
  await owner.terminate();
});
