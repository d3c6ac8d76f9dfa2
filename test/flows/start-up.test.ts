import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { freePort } from '#cdk/local/ports.ts';
import { startPostgres } from '#cdk/local/postgres/postgres.ts';
import {
  flowAssembly,
  newDataFolder,
  removeDataFolder,
  spawnSystem,
  startSystem,
} from './system.ts';

const data = newDataFolder();
afterAll(() => removeDataFolder(data));

/** The output of a run that does not become ready, line by line, and how it ended. */
async function outcome(child: ReturnType<typeof spawn>) {
  const lines = { stdout: [] as string[], stderr: [] as string[] };
  const reading = (['stdout', 'stderr'] as const).map(async (name) => {
    const stream = child[name];
    if (stream === null) throw new Error('The output of the process is not read');
    for await (const line of createInterface({ input: stream })) lines[name].push(line);
  });
  const [code] = await once(child, 'exit');
  await Promise.all(reading);
  return { code, ...lines };
}

const refused = async (env: Record<string, string>) =>
  outcome(spawnSystem(data, { FLOW_ASSEMBLY: await flowAssembly(), ...env }));

test.each<[what: string, env: Record<string, string>, line: RegExp]>([
  ['a port that is no number', { PORT: 'abc' }, /^PORT is a number from 0 to 65535, not abc\.$/],
  ['a log level that is none', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is one of TRACE .*, not loud\.$/],
  ['a place that takes no folders', { FOODSAVE_DATA: '/proc/x/y' }, /\/proc\/x\/y cannot be writ/],
  ['an address that is none', { DATABASE_URL: 'mine' }, /^DATABASE_URL .* postgres:\/\/ or/],
  [
    'a database that does not answer',
    { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x' },
    /^The Postgres of DATABASE_URL is of no use: connect ECONNREFUSED 127\.0\.0\.1:1\.$/,
  ],
  [
    'a Redis that does not answer',
    { REDIS_URL: 'redis://:secret@127.0.0.1:1' },
    /^The Redis of REDIS_URL does not answer: connect ECONNREFUSED 127\.0\.0\.1:1\.$/,
  ],
])('%s is one clear line and exit 1', async (_what, env, line) => {
  const { code, stderr } = await refused(env);
  expect(stderr).toEqual([expect.stringMatching(line)]);
  expect(code).toBe(1);
  expect(stderr.join()).not.toContain('secret');
});

test('a data folder that is a file, or somebody else’s, is one clear line and exit 1', async () => {
  const file = join(data, 'file');
  writeFileSync(file, '');
  const closed = join(data, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o555);
  for (const folder of [file, join(file, 'below'), closed]) {
    const run = spawnSystem(data, { FOODSAVE_DATA: folder, FLOW_ASSEMBLY: '' }, asNobody());
    const { code, stderr } = await outcome(run);
    expect([code, stderr]).toEqual([
      1,
      [expect.stringMatching(/cannot be written .* Set FOODSAVE_DATA/)],
    ]);
  }
});

/** Modes mean nothing to root, so root asks as somebody else. */
function asNobody(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody']));
  return { uid: id('-u'), gid: id('-g') };
}

test('a port in use is one clear line that says what to do', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  onTestFinished(() => void holder.close());
  const address = holder.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { code, stderr } = await refused({ PORT: String(port) });
  const line = `Port ${port} is in use. Choose another with PORT=8001, or any with PORT=0.`;
  expect([code, stderr]).toEqual([1, [line]]);
});

test('a Node that is too old says so in one line', async () => {
  const older = `Object.defineProperty(process, 'versions', { value: { node: '20.19.2' } })`;
  const run = spawn(
    process.execPath,
    [`--import=data:text/javascript,${older}`, 'cdk/run.mjs', 'start'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const { code, stderr } = await outcome(run);
  expect([code, stderr]).toEqual([1, [expect.stringMatching(/Node 22 .* this is Node 20\.19\.2/)]]);
});

test.skipIf(process.platform !== 'linux')(
  'all threads share one memory pool of glibc',
  async () => {
    const script = 'console.error("pools:",process.env.MALLOC_ARENA_MAX)';
    const { MALLOC_ARENA_MAX: _, ...env } = process.env;
    const run = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        `--import=data:text/javascript,${script}`,
        'cdk/run.mjs',
        'start',
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, LOG_LEVEL: 'none' } },
    );
    const { stderr } = await outcome(run);
    expect(stderr).toEqual(['pools: undefined', 'pools: 1', expect.stringMatching(/^LOG_LEVEL/)]);
  },
);

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s during the start ends it, and leaves nothing running',
  async (signal) => {
    const run = spawnSystem(data, { FLOW_ASSEMBLY: await flowAssembly() });
    const ended = outcome(run);
    if (run.stdout === null) throw new Error('The output of the process is not read');
    for await (const line of createInterface({ input: run.stdout })) {
      if (line.startsWith('Starting Postgres')) break;
    }
    run.kill(signal);
    expect(await ended).toMatchObject({ code: 0, stderr: [] });
    for (const file of ['local.json', 'postgres/postmaster.pid']) {
      expect(existsSync(join(data, file)), file).toBe(false);
    }
  },
);

test('a Postgres of one’s own is used instead of the embedded one, by the name in its URL', async () => {
  const folder = newDataFolder();
  onTestFinished(() => removeDataFolder(folder));
  const directory = join(folder, 'own');
  const own = await startPostgres({ directory, port: await freePort(0), password: 'p w' });
  onTestFinished(() => own.close());
  const DATABASE_URL = `postgres://${own.user}:p%20w@127.0.0.1:${own.port}/kitchen`;
  const system = await startSystem(folder, { DATABASE_URL });
  const { items } = await system.json('/api/v2/pantry');
  expect(items).toEqual([]);
  expect(await system.stop()).toBe(0);
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
});
