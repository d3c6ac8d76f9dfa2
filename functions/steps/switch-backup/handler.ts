import { BackupRun } from '#shared/backup/backup-run.ts';
import { switchStep } from '#shared/backup/steps.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { withDedicatedClient } from '#shared/database/dedicated-client.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';

const backups = openBucket(ENV.backupsBucket);

/** Puts the loaded backup in the place of the live data, confirms that, or undoes it. */
export const handler = step(BackupRun, async (run) => {
  return await withDedicatedClient((client) => switchStep(run, client, backups, new Date()));
});
