import { BackupRun } from '#shared/backup/backup-run.ts';
import { restoreObjectsStep } from '#shared/backup/steps.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';

const buckets = {
  uploads: openBucket(ENV.uploadsBucket),
  backups: openBucket(ENV.backupsBucket),
};
/** Enough for one piece of the list: a thousand files. */
const RESERVE_MS = 300_000;

/** Puts lost files back until its time is up; the workflow calls it again until it is done. */
export const handler = step(BackupRun, async (run, limit) => {
  const end = limit.nears(RESERVE_MS);
  return await restoreObjectsStep(run, buckets, () => end.aborted);
});
