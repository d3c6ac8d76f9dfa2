import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

const line = (requestId: string, message: string) =>
  `${JSON.stringify({ level: 'INFO', message, service: 'chat', requestId })}\n`;

function start(data: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', resolve('cdk/run.mjs'), ...args],
    {
      env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', FOODSAVE_DATA: data, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function run(data: string, ...args: string[]) {
  const child = start(data, ...args);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, err, code };
}

/** Waits until the program has printed these words. */
function printedBy({ stdout }: ReturnType<typeof start>) {
  let all = '';
  stdout.on('data', (piece) => {
    all += piece;
  });
  return async (words: string) => {
    while (!all.includes(words)) await once(stdout, 'data');
  };
}

test('what makes no sense is told with what would, and exit code 2; what is not there with 1', async () => {
  const data = temporaryFolder();
  const before = await run(data, 'trace', 'request-1');
  expect(before).toMatchObject({ code: 1, err: expect.stringContaining('There are no logs yet') });
  writeFileSync(join(data, 'functions.log'), line('request-1', 'hello'));
  const [none, bad, level, unknown] = await Promise.all([
    run(data, 'trace'),
    run(data, 'trace', "1'; drop"),
    run(data, 'logs', '--level=loud'),
    run(data, 'trace', 'request-7'),
  ]);
  expect([none.code, bad.code, level.code, unknown.code]).toEqual([2, 2, 2, 1]);
  for (const { err } of [none, bad]) expect(err).toContain('npm run trace -- ID');
  expect(level.err).toContain('npm run logs -- [options]');
  expect(unknown.err).toContain('Nothing is known of request request-7');
});

test('where nothing runs, what there is is shown, and where it is kept', async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, 'functions.log'), line('request-1', 'hello'));
  const { out, err, code } = await run(data, 'logs', '--request=request-1');
  expect([out.includes('chat             hello request-1'), code]).toEqual([true, 0]);
  expect(err).toContain(`Nothing runs now. The logs are in ${join(data, 'functions.log')}`);
});

test('while the system runs its log is followed, until Ctrl-C', async () => {
  const data = temporaryFolder();
  const log = join(data, 'functions.log');
  writeFileSync(log, line('request-1', 'before'));
  const local = { apiUrl: '', issuerUrl: '', token: '', householdId: '', endpoints: {} };
  writeFileSync(join(data, 'local.json'), JSON.stringify({ ...local, pid: process.pid }));
  const child = start(data, 'logs');
  const printed = printedBy(child);
  await printed('before');
  appendFileSync(log, line('request-2', 'afterwards'));
  await printed('afterwards');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
