import { beforeEach, expect, test } from 'vitest';
import { newBackupId } from '#shared/backup/backup-id.ts';
import { type BackupState, listStates, newState, writeState } from '#shared/backup/backup-state.ts';
import { forgetBackups, forgettable } from '#shared/backup/forget-backups.ts';
import { keys } from '#shared/backup/keys.ts';
import { writeList } from '#shared/backup/object-list.ts';
import { sealBackup } from '#shared/backup/seal.ts';
import { sha256 } from '#shared/backup/sha256.ts';
import { backups, emptyBuckets, keysOf } from '#test/support/backup.ts';
import { testStorage } from '#test/support/storage.ts';

testStorage();
beforeEach(emptyBuckets);

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-28T04:00:00Z');

/** A verified backup of so many days ago that holds these files. */
async function backupOf(daysAgo: number, files: readonly string[]): Promise<string> {
  const at = new Date(NOW.getTime() - daysAgo * DAY);
  const backupId = newBackupId(at);
  const copies = files.map((text) => ({
    key: `uploads/${text}`,
    etag: '',
    size: text.length,
    sha256: sha256(text),
    contentType: 'image/png',
  }));
  for (const text of files) await backups.write(keys.copy(sha256(text)), text, 'image/png');
  const part = await writeList(backups, keys.objectPart(backupId, 0), copies);
  const objects = { count: files.length, bytes: 1, parts: [part] };
  await backups.write(keys.objects(backupId), JSON.stringify(objects), 'application/json');
  const tables = {
    takenAt: at.toISOString(),
    release: '0.1.0',
    migrations: [],
    structure: [],
    sequences: [],
    tables: [],
    index: { households: 0, newestVersion: 0 },
  };
  await backups.write(keys.tables(backupId), JSON.stringify(tables), 'application/json');
  await writeState(backups, { ...newState(backupId, at), status: 'verified' });
  await sealBackup(backups, backupId);
  return backupId;
}

test('a backup that no rule keeps goes with the files that no other has', async () => {
  // On a Wednesday; of that week the backup of Friday is newer.
  const old = await backupOf(10, ['only here', 'shared']);
  const week = await backupOf(8, ['shared']);
  const days = [];
  for (const age of [5, 4, 3, 2, 1, 0]) days.push(await backupOf(age, ['new']));
  expect(await forgetBackups(backups, NOW)).toEqual([old]);
  const left = (await listStates(backups)).map(({ backupId }) => backupId);
  expect(left).toEqual([...days.reverse(), week]);
  expect(await keysOf(backups, keys.folder(old))).toEqual([]);
  const copies = ['new', 'shared'].map((text) => keys.copy(sha256(text))).sort();
  expect(await keysOf(backups, 'objects/')).toEqual(copies);
});

test('while another backup is written no file is removed', async () => {
  await backupOf(0, ['kept']);
  await backups.write(keys.copy(sha256('just copied')), 'just copied', 'image/png');
  const running = newState(newBackupId(new Date()), new Date());
  await writeState(backups, running);
  expect(await forgetBackups(backups, new Date())).toEqual([]);
  expect(await keysOf(backups, 'objects/')).toHaveLength(2);
});

const state = (change: Partial<BackupState>, daysAgo = 30): BackupState => {
  const at = new Date(NOW.getTime() - daysAgo * DAY);
  return { ...newState(newBackupId(at), at), ...change };
};

test('one that failed is kept for a week, and one that was restored until that is decided', () => {
  const at = NOW.toISOString();
  const recent = state({ status: 'failed' }, 6);
  const old = state({ status: 'failed' }, 8);
  const kept = state({ status: 'damaged', restore: { status: 'kept', at } });
  const decided = state({ status: 'damaged', restore: { status: 'confirmed', at } });
  expect(forgettable([recent, old, kept, decided], NOW)).toEqual([old.backupId, decided.backupId]);
});
