import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/steps/copy-objects/handler.ts';
import { changeState, newState, readState, writeState } from '#shared/backup/backup-state.ts';
import type { Bucket } from '#shared/backup/bucket.ts';
import { copyObjects, readProgress } from '#shared/backup/copy-objects.ts';
import { keys } from '#shared/backup/keys.ts';
import { listedCopies } from '#shared/backup/object-list.ts';
import { sha256 } from '#shared/backup/sha256.ts';
import { backups, emptyBuckets, keysOf, runOf, uploads } from '#test/support/backup.ts';
import { testStorage } from '#test/support/storage.ts';

testStorage();
beforeEach(async () => {
  await emptyBuckets();
  for (let at = 0; at < 7; at += 1) {
    await uploads.write(`uploads/house/${at}`, Buffer.from(`file ${at % 6}`), 'image/png');
  }
  await uploads.write('parsed/house/1', Buffer.from('made again'), 'application/json');
});

/** The tables of a backup, without any. */
const TABLES = {
  takenAt: '2026-11-28T04:00:00.000Z',
  release: '0.1.0',
  migrations: [],
  structure: [],
  sequences: [],
  tables: [],
  index: { households: 0, newestVersion: 0 },
};

async function begin(): Promise<string> {
  const backupId = randomUUID();
  await writeState(backups, newState(backupId, new Date('2026-11-28T04:00:00Z')));
  await backups.write(keys.tables(backupId), JSON.stringify(TABLES), 'application/json');
  return backupId;
}

async function listOf(backupId: string) {
  return await Array.fromAsync(listedCopies(backups, await readProgress(backups, backupId), ''));
}

test('originals are listed with their hashes, and the same bytes are stored once', async () => {
  const backupId = await begin();
  expect(await handler(runOf(backupId, 'backup'))).toMatchObject({ done: true });
  const list = await listOf(backupId);
  expect(list.map(({ key }) => key)).toEqual(await keysOf(uploads, 'uploads/'));
  expect(list[6]).toMatchObject({ sha256: sha256('file 0'), size: 6, contentType: 'image/png' });
  expect(await keysOf(backups, 'objects/')).toHaveLength(6);
  expect(await readState(backups, backupId)).toMatchObject({ objects: 7, size: 42 });
});

test('when time is up the next call goes on behind what is listed', async () => {
  const backupId = await begin();
  const read: string[] = [];
  const watched: Bucket = {
    ...uploads,
    read: (key) => {
      read.push(key);
      return uploads.read(key);
    },
  };
  const isTimeUp = () => read.length % 4 === 0;
  const deps = { uploads: watched, backups, earlier: undefined, isTimeUp };
  expect(await copyObjects(backupId, deps, 2)).toEqual({ done: false });
  expect(await listOf(backupId)).toHaveLength(4);
  expect(await copyObjects(backupId, deps, 2)).toEqual({ done: true });
  expect(read).toEqual(await keysOf(uploads, 'uploads/'));
  expect(await listOf(backupId)).toHaveLength(7);
});

test('a file that the last backup has is not read again, unless it was changed or its copy is lost', async () => {
  const first = await begin();
  await handler(runOf(first, 'backup'));
  await changeState(backups, first, { status: 'verified' });
  await uploads.write('uploads/house/2', Buffer.from('another'), 'image/png');
  await backups.remove([keys.copy(sha256('file 3'))]);
  const read: string[] = [];
  const earlier = await readProgress(backups, first);
  const watched: Bucket = {
    ...uploads,
    read: (key) => {
      read.push(key);
      return uploads.read(key);
    },
  };
  const second = await begin();
  await copyObjects(second, { uploads: watched, backups, earlier, isTimeUp: () => false });
  expect(read).toEqual(['uploads/house/2', 'uploads/house/3']);
  expect((await listOf(second))[2]?.sha256).toBe(sha256('another'));
  expect(await listOf(second)).toHaveLength(7);
});
