import { BackupRun } from '#shared/backup/backup-run.ts';
import { loadStep } from '#shared/backup/steps.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { withDedicatedClient } from '#shared/database/dedicated-client.ts';
import { readMigrations } from '#shared/database/migration-files.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';

const backups = openBucket(ENV.backupsBucket);

/** Loads the tables of a backup into a schema beside the live one, and compares them with what was copied. */
export const handler = step(BackupRun, async (run) => {
  const migrations = await readMigrations();
  return await withDedicatedClient((client) =>
    loadStep(run, client, backups, { migrations, now: new Date() }),
  );
});
