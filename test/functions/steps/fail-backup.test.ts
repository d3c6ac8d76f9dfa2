import { beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/steps/fail-backup/handler.ts';
import { newBackupId } from '#shared/backup/backup-id.ts';
import type { BackupAction } from '#shared/backup/backup-run.ts';
import { type BackupState, newState, readState, writeState } from '#shared/backup/backup-state.ts';
import { backups, emptyBuckets, runOf } from '#test/support/backup.ts';
import { testStorage } from '#test/support/storage.ts';

testStorage();
beforeAll(emptyBuckets);

/** What the catalogue says after a run of a verified backup failed with this message. */
async function failed(action: BackupAction, errorMessage: string): Promise<BackupState> {
  const now = new Date('2026-11-28T04:00:00Z');
  const backupId = newBackupId(now);
  await writeState(backups, { ...newState(backupId, now), status: 'verified' });
  const Cause = JSON.stringify({ errorType: 'PermanentError', errorMessage });
  await handler({ ...runOf(backupId, action), error: { Error: 'PermanentError', Cause } });
  return await readState(backups, backupId);
}

test('a backup that was not finished has failed, with the reason', async () => {
  const { status, problem, restore } = await failed('backup', 'backup-damaged: It is lost');
  expect([status, problem, restore]).toEqual(['failed', 'backup-damaged: It is lost', null]);
});

test('one that a check finds damaged is offered no more; one that could not be checked is', async () => {
  expect(await failed('check', 'backup-damaged: It is lost')).toMatchObject({ status: 'damaged' });
  expect(await failed('check', 'database-away: Try again')).toMatchObject({
    status: 'verified',
    problem: 'database-away: Try again',
  });
});

test('a restore that failed may be tried again', async () => {
  const { status, restore } = await failed('restore', 'Connection terminated');
  expect([status, restore?.status]).toEqual(['verified', 'failed']);
});
