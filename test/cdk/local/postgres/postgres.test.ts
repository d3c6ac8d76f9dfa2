import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { resetOwnerPassword, startPostgres } from '#cdk/local/postgres/postgres.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function newDirectory(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-postgres-'));
  chmodSync(folder, 0o755); // root lends the server another user, who must be able to enter
  folders.push(folder);
  return join(folder, 'postgres');
}

async function query(port: number, sql: string, password = 'geheim'): Promise<unknown[]> {
  const user = 'foodsave_owner';
  const client = new pg.Client({ host: '127.0.0.1', port, user, password, database: 'postgres' });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('data survives a stop, and only the right password opens it', async () => {
  const options = { directory: newDirectory(), port: await freePort(), password: 'geheim' };
  const first = await startPostgres(options);
  await query(first.port, 'create table kept as select 42 as answer');
  await first.close();

  const second = await startPostgres(options);
  expect(await query(second.port, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await expect(query(second.port, 'select 1', 'guess')).rejects.toThrow(/password/);
  await second.close();
});

test('a run that was killed leaves a server behind, and the next run takes over from it', async () => {
  const options = { directory: newDirectory(), port: await freePort(), password: 'geheim' };
  const module = resolve('cdk/local/postgres/postgres.ts');
  const script = `
    const { startPostgres } = await import(${JSON.stringify(module)});
    await startPostgres(${JSON.stringify(options)});
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');

  const next = await startPostgres(options);
  expect(await query(next.port, 'select 1 as one')).toEqual([{ one: 1 }]);
  await next.close();
});

test('a pid file that names some other program does not stop the start nor that program', async () => {
  const options = { directory: newDirectory(), port: await freePort(), password: 'geheim' };
  await (await startPostgres(options)).close();
  writeFileSync(join(options.directory, 'postmaster.pid'), `${process.pid}\n`);

  const server = await startPostgres(options);
  await server.close();
  expect(existsSync(join(options.directory, 'postmaster.pid'))).toBe(false);
});

test('a port in use is an error with the server’s output', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const options = { directory: newDirectory(), port: address.port, password: 'geheim' };
  await expect(startPostgres(options)).rejects.toThrow(/address|in use|bind/i);
  taken.close();
});

test('a password that is lost is replaced, and the data stays', async () => {
  const options = { directory: newDirectory(), port: await freePort(), password: 'geheim' };
  const first = await startPostgres(options);
  await query(first.port, 'create table kept as select 42 as answer');
  await first.close();
  await resetOwnerPassword(options.directory, "an'other");
  const second = await startPostgres(options);
  try {
    expect(await query(second.port, 'select answer from kept', "an'other")).toEqual([
      { answer: 42 },
    ]);
    await expect(query(second.port, 'select 1')).rejects.toThrow('password authentication failed');
  } finally {
    await second.close();
  }
});
