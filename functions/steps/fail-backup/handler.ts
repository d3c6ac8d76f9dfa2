import { FailedBackupRun } from '#shared/backup/backup-run.ts';
import { failStep } from '#shared/backup/steps.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';

const backups = openBucket(ENV.backupsBucket);

/** The workflow gave up: the catalogue records why. */
export const handler = step(FailedBackupRun, async (run) => {
  await failStep(run, backups, new Date());
  return { backupId: run.backupId };
});
