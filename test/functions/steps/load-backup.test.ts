import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { changeState, readState } from '#shared/backup/backup-state.ts';
import { keys } from '#shared/backup/keys.ts';
import type { Manifest } from '#shared/backup/manifest.ts';
import { sha256 } from '#shared/backup/sha256.ts';
import {
  backups,
  emptyBuckets,
  keysOf,
  liveData,
  runRestore,
  takeBackup,
  uploads,
} from '#test/support/backup.ts';
import { testDatabase } from '#test/support/database.ts';
import { newReceipt } from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();

let backupId: string;
let live: Awaited<ReturnType<typeof liveData>>;

beforeAll(async () => {
  await emptyBuckets();
  await newReceipt(database);
  await uploads.write('uploads/a/one', Buffer.from('one'), 'image/png');
  await uploads.write('uploads/b/two', Buffer.from('two'), 'image/jpeg');
  backupId = await takeBackup(database);
  live = await liveData(database);
});

/** What was overwritten or removed, to be put back after each kind of damage. */
const before = new Map<string, Buffer>();

async function read(key: string): Promise<Buffer> {
  const stored = await backups.read(key);
  if (stored === undefined) throw new Error(`There is no ${key}`);
  if (!before.has(key)) before.set(key, stored.body);
  return stored.body;
}

async function overwrite(key: string, change: (body: Buffer) => Buffer | string): Promise<void> {
  await backups.write(key, change(await read(key)), 'application/octet-stream');
}

async function lose(key: string): Promise<void> {
  await read(key);
  await backups.remove([key]);
}

async function manifest(): Promise<Manifest> {
  return JSON.parse((await read(keys.manifest(backupId))).toString());
}

const table = (all: Manifest, name: string) => {
  const found = all.tables.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const part = async (name: string) => table(await manifest(), name).parts[0]?.key ?? '';
const listPart = async () => (await manifest()).objects.parts[0]?.key ?? '';
const copyKey = keys.copy(sha256('two'));

const cut = (body: Buffer) => body.subarray(0, -1);
const flip = (body: Buffer) => {
  const flipped = Buffer.from(body);
  flipped[20] = (flipped[20] ?? 0) ^ 1;
  return flipped;
};

/** Changes the manifest as somebody would who also knows where its hash is. */
async function reseal(change: (manifest: Manifest) => unknown): Promise<void> {
  const all = await manifest();
  change(all);
  const text = JSON.stringify(all);
  await overwrite(keys.manifest(backupId), () => text);
  await read(keys.state(backupId));
  await changeState(backups, backupId, { manifestSha256: sha256(text) });
}

/** Other rows for a table, with every hash and count as it should be for them. */
async function forge(name: string, rows: string): Promise<void> {
  const body = gzipSync(rows);
  await overwrite(await part(name), () => body);
  await reseal((all) => {
    const copy = table(all, name);
    Object.assign(copy, { rows: rows.split('\n').length - 1, sha256: sha256(rows) });
    Object.assign(copy.parts[0] ?? {}, { bytes: body.length, sha256: sha256(body) });
  });
}

const KINDS: Readonly<Record<string, () => Promise<void>>> = {
  'a part of a table is cut short': async () => overwrite(await part('receipts'), cut),
  'a byte of a table is flipped': async () => overwrite(await part('lots'), flip),
  'a part of a table is lost': async () => lose(await part('members')),
  'a part of a table is empty': async () => overwrite(await part('lots'), () => ''),
  'a part is that of another table': async () => {
    const other = await read(await part('members'));
    await overwrite(await part('households'), () => other);
  },
  'the manifest is lost': () => lose(keys.manifest(backupId)),
  'the manifest was edited': () =>
    overwrite(keys.manifest(backupId), (body) => body.toString().replace('"rows":2', '"rows":3')),
  'the manifest is cut short': () => overwrite(keys.manifest(backupId), cut),
  'the manifest says another number of rows': () =>
    reseal((all) => Object.assign(table(all, 'lots'), { rows: 7 })),
  'the manifest says another hash of rows': () =>
    reseal((all) => Object.assign(table(all, 'lots'), { sha256: 'a'.repeat(64) })),
  'the manifest is of another format': () => reseal((all) => Object.assign(all, { format: 2 })),
  'the manifest is of another backup': () =>
    reseal((all) => Object.assign(all, { backupId: '0199f2c5-0a44-7e21-8f6b-1c2d3e4f5a6b' })),
  'a table is missing': () =>
    reseal((all) =>
      all.tables.splice(
        all.tables.findIndex(({ name }) => name === 'lots'),
        1,
      ),
    ),
  'a table has a column that no table has': () =>
    reseal((all) => table(all, 'lots').columns.splice(0, 1, 'other')),
  'rows are missing that others point to': async () => forge('uploads', ''),
  'a row is of another type': async () => forge('households', 'no row at all\n'),
  'the schema has a migration that this release does not have': () =>
    reseal((all) => all.migrations.push({ name: '9999-later', checksum: 'a'.repeat(64) })),
  'a migration is another one than this release has': () =>
    reseal((all) => Object.assign(all.migrations[3] ?? {}, { checksum: 'a'.repeat(64) })),
  'the schema lacks a migration': () => reseal((all) => all.migrations.pop()),
  'a policy is missing': () =>
    reseal((all) => {
      all.structure = all.structure.filter((line) => !line.startsWith('policy lots.own_household'));
    }),
  'a grant was added': () => reseal((all) => all.structure.push('grant lots DELETE to public')),
  'a sequence is missing': () => reseal((all) => all.sequences.pop()),
  'the copy of a file is lost': () => lose(copyKey),
  'the copy of a file was changed': () => overwrite(copyKey, () => 'tow'),
  'the list of files is cut short': async () => overwrite(await listPart(), cut),
  'the list of files is lost': async () => lose(await listPart()),
  'files are missing in the list': () => reseal((all) => Object.assign(all.objects, { count: 3 })),
};

test('a backup that is whole loads, and nothing of it stays, nor of one that was cut off', async () => {
  await database.query('create schema loaded_0199 authorization foodsave_schema');
  await runRestore(database, backupId, 'check');
  expect((await readState(backups, backupId)).checkedAt).not.toBeNull();
  expect(await liveData(database)).toEqual(live);
  expect(await schemas()).toEqual(['public']);
});

test.each(Object.entries(KINDS))(
  'refused where %s; live data stay as they are',
  async (_, damage) => {
    before.clear();
    await damage();
    const files = await keysOf(uploads);
    await expect(runRestore(database, backupId, 'restore')).rejects.toThrow();
    expect(await liveData(database)).toEqual(live);
    expect(await schemas()).toEqual(['public']);
    expect(await keysOf(uploads)).toEqual(files);
    for (const [key, body] of before) await backups.write(key, body, 'application/octet-stream');
  },
);

async function schemas(): Promise<string[]> {
  const rows = await database.query<{ nspname: string }>(
    `select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)'`,
  );
  return rows.map(({ nspname }) => nspname);
}
