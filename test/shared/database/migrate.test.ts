import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate } from '#shared/database/migrate.ts';
import { readMigrations } from '#shared/database/migration-files.ts';
import { scramVerifier } from '#shared/database/scram.ts';

const { port, password } = inject('testServer');
const passwords = { foodsave_app: password, foodsave_worker: password, foodsave_backup: password };
const name = `migrate_${process.pid}`;
let folder: string;

function connection(user: string, database: string) {
  return new pg.Client({ host: '127.0.0.1', port, password, user, database });
}

async function as<T>(user: string, database: string, work: (client: pg.Client) => Promise<T>) {
  const client = connection(user, database);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const asOwner = <T>(work: (client: pg.Client) => Promise<T>) => as('foodsave_schema', name, work);
const run = async () => {
  const files = await readMigrations(pathToFileURL(`${folder}/`));
  return await asOwner((client) => migrate(client, files, passwords));
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foodsave-migrations-'));
  writeFileSync(
    join(folder, '0001-first.sql'),
    'create table first (id int); insert into first values (1);',
  );
  writeFileSync(join(folder, '0002-second.sql'), 'create table second (id int);');
  await as('foodsave_owner', 'postgres', (client) =>
    client.query(`create database ${name} owner foodsave_schema`),
  );
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await as('foodsave_owner', 'postgres', (client) =>
    client.query(`drop database ${name} with (force)`),
  );
});

test('applies each file once, in the order of their numbers', async () => {
  expect(await run()).toEqual(['0001-first', '0002-second']);
  expect(await run()).toEqual([]);
  expect(
    await asOwner(async (client) => (await client.query('select * from first')).rowCount),
  ).toBe(1);
});

test('two runs at once apply each file once', async () => {
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat().sort()).toEqual(['0001-first', '0002-second']);
});

test('refuses when an applied file was edited or is gone', async () => {
  await run();
  writeFileSync(join(folder, '0002-second.sql'), 'create table second (id bigint);');
  await expect(run()).rejects.toThrow('0002-second was changed');
  rmSync(join(folder, '0001-first.sql'));
  await expect(run()).rejects.toThrow('0001-first was applied and is gone');
});

test('a release that somebody went back to goes on with what a newer one applied', async () => {
  await run();
  rmSync(join(folder, '0002-second.sql'));
  expect(await run()).toEqual([]);
});

test('a file that fails leaves nothing of itself, and goes on from there when it is corrected', async () => {
  const broken = join(folder, '0003-third.sql');
  writeFileSync(broken, 'create table third (id int); select 1 / 0;');
  await expect(run()).rejects.toThrow('0003-third failed');
  const made = await asOwner((client) =>
    client.query(`select to_regclass('third') as third, to_regclass('second') as second`),
  );
  expect(made.rows).toEqual([{ third: null, second: 'second' }]);
  writeFileSync(broken, 'create table third (id int);');
  expect(await run()).toEqual(['0003-third']);
});

test('refuses a misnamed file and a number used twice', async () => {
  writeFileSync(join(folder, '0002-again.sql'), 'select 1');
  await expect(run()).rejects.toThrow('the number 0002');
  rmSync(join(folder, '0002-again.sql'));
  writeFileSync(join(folder, '3-third.sql'), 'select 1');
  await expect(run()).rejects.toThrow('NNNN-name.sql');
});

test('a role logs in with its new password and no longer with the old one', async () => {
  const login = (secret: string) =>
    new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'verifier_probe',
      password: secret,
      database: name,
    });
  const secret = `it's "quoted" \\ and $1`;
  await as('foodsave_owner', name, async (client) => {
    const literal = client.escapeLiteral(scramVerifier(secret));
    await client.query(`create role verifier_probe login password ${literal}`);
  });
  const client = login(secret);
  await client.connect();
  await client.end();
  await expect(login('wrong').connect()).rejects.toThrow(/password/);
  await as('foodsave_owner', name, (owner) => owner.query('drop role verifier_probe'));
});
