import { beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/steps/verify-backup/handler.ts';
import { changeState, readState } from '#shared/backup/backup-state.ts';
import { keys } from '#shared/backup/keys.ts';
import { readManifest } from '#shared/backup/manifest.ts';
import { sha256 } from '#shared/backup/sha256.ts';
import { verifyBackup } from '#shared/backup/verify-backup.ts';
import { backups, emptyBuckets, runOf, takeBackup, uploads } from '#test/support/backup.ts';
import { testDatabase } from '#test/support/database.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();
let backupId: string;

beforeAll(async () => {
  await emptyBuckets();
  await database.newHousehold();
  await uploads.write('uploads/one', Buffer.from('one'), 'image/png');
  backupId = await takeBackup(database);
});

test('a new backup is verified once all of it was read back', async () => {
  await changeState(backups, backupId, { status: 'running', verifiedAt: null, finishedAt: null });
  expect(await handler(runOf(backupId, 'backup'))).toMatchObject({ done: true });
  const { status, verifiedAt, finishedAt } = await readState(backups, backupId);
  expect([status, verifiedAt]).toEqual(['verified', finishedAt]);
});

test('what was copied a moment ago has to be there; a check reads its bytes', async () => {
  const key = keys.copy(sha256('one'));
  await backups.write(key, 'two', 'image/png');
  await handler(runOf(backupId, 'backup'));
  await expect(handler(runOf(backupId, 'check'))).rejects.toThrow('backup-damaged: ');
  await backups.remove([key]);
  await expect(handler(runOf(backupId, 'backup'))).rejects.toThrow('backup-damaged: ');
  await backups.write(key, 'one', 'image/png');
});

test('when time is up it says with which piece to go on', async () => {
  const { manifestSha256 } = await readState(backups, backupId);
  const manifest = await readManifest(backups, backupId, manifestSha256);
  const [part] = manifest.objects.parts;
  if (part === undefined) throw new Error('no list');
  const objects = { count: 3, bytes: 9, parts: [part, part, part] };
  const verify = (first: number, isTimeUp: () => boolean) =>
    verifyBackup(backups, { ...manifest, objects }, { deep: true, part: first, isTimeUp });
  expect(await verify(0, () => true)).toBe(1);
  expect(await verify(1, () => true)).toBe(2);
  expect(await verify(2, () => true)).toBeUndefined();
});
