import { beforeEach, expect, test } from 'vitest';
import { handler as copyObjects } from '#functions/steps/copy-objects/handler.ts';
import { handler } from '#functions/steps/restore-objects/handler.ts';
import { newState, writeState } from '#shared/backup/backup-state.ts';
import { keys } from '#shared/backup/keys.ts';
import { ObjectsManifest } from '#shared/backup/manifest.ts';
import { restoreObjects } from '#shared/backup/restore-objects.ts';
import { sha256 } from '#shared/backup/sha256.ts';
import { backups, emptyBuckets, keysOf, runOf, uploads } from '#test/support/backup.ts';
import { testStorage } from '#test/support/storage.ts';

const backupId = '0199f2c5-0a44-7e21-8f6b-1c2d3e4f5a6b';
testStorage();

beforeEach(async () => {
  await emptyBuckets();
  for (const name of ['a', 'b', 'c']) await uploads.write(`uploads/${name}`, name, 'image/png');
  await writeState(backups, newState(backupId, new Date('2026-11-28T04:00:00Z')));
  const tables = {
    takenAt: '2026-11-28T04:00:00.000Z',
    release: '0.1.0',
    migrations: [],
    structure: [],
    sequences: [],
    tables: [],
    index: { households: 0, newestVersion: 0 },
  };
  await backups.write(keys.tables(backupId), JSON.stringify(tables), 'application/json');
  await copyObjects(runOf(backupId, 'backup'));
});

test('lost and changed files come back with their types, others are left alone', async () => {
  await uploads.remove(['uploads/a']);
  await uploads.write('uploads/b', 'changed', 'text/plain');
  await uploads.write('uploads/bb', 'came later', 'image/png');
  expect(await handler(runOf(backupId, 'restore'))).toMatchObject({ done: true });
  expect(await keysOf(uploads)).toEqual(['uploads/a', 'uploads/b', 'uploads/bb', 'uploads/c']);
  expect(await uploads.read('uploads/b')).toEqual({
    body: Buffer.from('b'),
    contentType: 'image/png',
  });
  expect((await uploads.read('uploads/bb'))?.body.toString()).toBe('came later');
});

test('a copy that was changed is put nowhere', async () => {
  await uploads.remove(['uploads/a']);
  await backups.write(keys.copy(sha256('a')), 'A', 'image/png');
  await expect(handler(runOf(backupId, 'restore'))).rejects.toThrow('backup-damaged: ');
  expect(await keysOf(uploads)).toEqual(['uploads/b', 'uploads/c']);
});

test('when time is up it says with which piece to go on', async () => {
  const stored = await backups.read(keys.objects(backupId));
  const objects = ObjectsManifest.parse(JSON.parse(stored?.body.toString() ?? ''));
  const twice = { ...objects, parts: [...objects.parts, ...objects.parts] };
  const restore = (part: number) =>
    restoreObjects(
      { uploads, backups },
      { objects: twice },
      { part, erased: new Set(), isTimeUp: () => true },
    );
  expect(await restore(0)).toBe(1);
  expect(await restore(1)).toBeUndefined();
});
