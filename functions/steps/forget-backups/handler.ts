import { BackupRun } from '#shared/backup/backup-run.ts';
import { forgetBackups } from '#shared/backup/forget-backups.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';

const backups = openBucket(ENV.backupsBucket);

/** Removes the backups that no rule keeps any more, now that there is a newer one. */
export const handler = step(BackupRun, async ({ backupId }) => {
  return { backupId, forgotten: await forgetBackups(backups, new Date()) };
});
