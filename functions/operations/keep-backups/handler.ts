import { keepBackups } from '#shared/backup/keep-backups.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { startWorkflow } from '#shared/clients/states.ts';
import { operation } from '#shared/entry/operation.ts';
import { ENV } from '#shared/env.ts';

const backups = openBucket(ENV.backupsBucket);

/** Starts the daily backup and the weekly check when they are due, measures how old the last one is, and removes old ones. */
export const handler = operation(() =>
  keepBackups({ backups, start: startWorkflow, now: () => new Date() }),
);
