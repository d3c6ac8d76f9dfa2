import { BackupRun } from '#shared/backup/backup-run.ts';
import { verifyStep } from '#shared/backup/steps.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';

const backups = openBucket(ENV.backupsBucket);
/** Enough for one piece of the list: a thousand files. */
const RESERVE_MS = 300_000;

/** Reads a backup back until its time is up; the workflow calls it again until it is done. */
export const handler = step(BackupRun, async (run, limit) => {
  const end = limit.nears(RESERVE_MS);
  return await verifyStep(run, backups, () => end.aborted, new Date());
});
