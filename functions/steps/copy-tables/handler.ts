import { BackupRun } from '#shared/backup/backup-run.ts';
import { copyTables } from '#shared/backup/copy-tables.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { withDedicatedClient } from '#shared/database/dedicated-client.ts';
import { step } from '#shared/entry/step.ts';
import { ENV, requireEnv } from '#shared/env.ts';

const backups = openBucket(ENV.backupsBucket);

/** Copies every table of the database, all as they are at one moment. */
export const handler = step(BackupRun, async (run) => {
  const release = requireEnv(ENV.version);
  await withDedicatedClient((client) =>
    copyTables(client, backups, run.backupId, { release, now: new Date() }),
  );
  return run;
});
