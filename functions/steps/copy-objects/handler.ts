import { BackupRun } from '#shared/backup/backup-run.ts';
import { copyObjectsStep } from '#shared/backup/steps.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';

const buckets = {
  uploads: openBucket(ENV.uploadsBucket),
  backups: openBucket(ENV.backupsBucket),
};
/** Enough for the file under way and the list of those before it. */
const RESERVE_MS = 60_000;

/** Copies uploaded files until its time is up; the workflow calls it again until it is done. */
export const handler = step(BackupRun, async (run, limit) => {
  const end = limit.nears(RESERVE_MS);
  return await copyObjectsStep(run, buckets, () => end.aborted);
});
