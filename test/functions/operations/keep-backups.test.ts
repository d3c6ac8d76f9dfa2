import { beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/operations/keep-backups/handler.ts';
import { newBackupId } from '#shared/backup/backup-id.ts';
import { type BackupState, newState, writeState } from '#shared/backup/backup-state.ts';
import { dueCheck, hoursSinceVerified, isBackupDue } from '#shared/backup/keep-backups.ts';
import { backups, emptyBuckets } from '#test/support/backup.ts';
import { testStorage } from '#test/support/storage.ts';
import { testWorkflows } from '#test/support/workflows.ts';

testStorage();
const workflows = testWorkflows();
beforeEach(emptyBuckets);

const HOUR = 60 * 60 * 1000;
const NOW = new Date('2026-11-28T04:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const at = (hours: number, change: Partial<BackupState>): BackupState => ({
  ...newState(newBackupId(ago(hours)), ago(hours)),
  ...change,
});
const verified = { status: 'verified' } as const;

test('without any backup one begins at once, and the next look starts no second', async () => {
  const { started } = await handler({});
  expect(started).toEqual([expect.stringMatching(/^backup /)]);
  expect(workflows.started()).toMatchObject([{ workflow: 'backup', input: { action: 'backup' } }]);
  expect(await handler({})).toEqual({ ageHours: 0, started: [], forgotten: [] });
});

test('a verified backup that was never checked is checked', async () => {
  const now = new Date();
  const backupId = newBackupId(now);
  await writeState(backups, { ...newState(backupId, now), ...verified });
  expect(await handler({})).toEqual({
    ageHours: 0,
    started: [`check ${backupId}`],
    forgotten: [],
  });
  expect(workflows.started()).toMatchObject([
    { workflow: 'restore', input: { backupId, action: 'check' } },
  ]);
});

test.each([
  [[at(23, verified)], false],
  [[at(24, verified)], true],
  [[at(2, { status: 'failed' }), at(25, verified)], false],
  [[at(3, { status: 'failed' }), at(25, verified)], true],
  [[at(11, {}), at(25, verified)], false],
  // Its workflow would have ended long ago.
  [[at(13, {}), at(25, verified)], true],
])(
  'a backup is due a day after the last, and three hours after one that failed: %#',
  (states, due) => {
    expect(isBackupDue(states, NOW)).toBe(due);
  },
);

test('a week after the last check the newest verified backup is checked', () => {
  const checkedAt = (hours: number) => ago(hours).toISOString();
  const newest = at(1, verified);
  const damaged = at(0, { status: 'damaged' });
  expect(
    dueCheck([newest, at(25, { ...verified, checkedAt: checkedAt(167) })], NOW),
  ).toBeUndefined();
  expect(
    dueCheck([damaged, newest, at(200, { ...verified, checkedAt: checkedAt(169) })], NOW),
  ).toBe(newest.backupId);
});

test('the age is that of the newest verified backup, or of all that was tried without one', () => {
  expect(hoursSinceVerified([at(1, { status: 'failed' }), at(27, verified)], NOW)).toBe(27);
  expect(hoursSinceVerified([at(1, { status: 'failed' }), at(30, { status: 'failed' })], NOW)).toBe(
    30,
  );
  expect(hoursSinceVerified([], NOW)).toBe(0);
});
