import { createHash } from 'node:crypto';
import { handler as copyObjects } from '#functions/steps/copy-objects/handler.ts';
import { handler as copyTables } from '#functions/steps/copy-tables/handler.ts';
import { handler as loadBackup } from '#functions/steps/load-backup/handler.ts';
import { handler as restoreObjects } from '#functions/steps/restore-objects/handler.ts';
import { handler as switchBackup } from '#functions/steps/switch-backup/handler.ts';
import { handler as verifyBackup } from '#functions/steps/verify-backup/handler.ts';
import { newBackupId } from '#shared/backup/backup-id.ts';
import type { BackupAction, BackupRun } from '#shared/backup/backup-run.ts';
import { newState, writeState } from '#shared/backup/backup-state.ts';
import type { Bucket } from '#shared/backup/bucket.ts';
import { readStructure } from '#shared/backup/structure-store.ts';
import { copyOut, inSnapshot, listTables } from '#shared/backup/table-store.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { withDedicatedClient } from '#shared/database/dedicated-client.ts';
import { ENV } from '#shared/env.ts';
import type { TestDatabase } from './database.ts';
import { SCHEMA_OWNER } from './database-server.ts';

/** Says as which role functions act from now on. */
type Acting = Pick<TestDatabase, 'actAs' | 'actAsApp'>;

export const backups: Bucket = openBucket(ENV.backupsBucket);
export const uploads: Bucket = openBucket(ENV.uploadsBucket);

/** The files of a process share their buckets, and a backup takes all there is. */
export async function emptyBuckets(): Promise<void> {
  process.env[ENV.version] = '0.1.0';
  for (const bucket of [backups, uploads]) await bucket.remove(await keysOf(bucket));
}

export async function keysOf(bucket: Bucket, prefix = ''): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of bucket.list(prefix)) keys.push(key);
  return keys;
}

export function runOf(backupId: string, action: BackupAction): BackupRun {
  return { backupId, action, part: 0, done: false };
}

/** What the workflow of a backup does, step by step. @returns its id */
export async function takeBackup(database: Acting, now = new Date()): Promise<string> {
  const backupId = newBackupId(now);
  await writeState(backups, newState(backupId, now));
  const run = runOf(backupId, 'backup');
  database.actAs('foodsave_backup');
  await copyTables(run);
  database.actAsApp();
  await copyObjects(run);
  await verifyBackup(run);
  return backupId;
}

/** What the workflow of a restore does; it throws what ends the workflow. */
export async function runRestore(
  database: Acting,
  backupId: string,
  action: Exclude<BackupAction, 'backup'>,
): Promise<void> {
  const run = runOf(backupId, action);
  database.actAs(SCHEMA_OWNER);
  try {
    if (action === 'check' || action === 'restore') {
      await verifyBackup(run);
      await loadBackup(run);
    }
    if (action === 'restore') await restoreObjects(run);
    if (action !== 'check') await switchBackup(run);
  } finally {
    database.actAsApp();
  }
}

/** Everything in the live schema: a hash of the rows of each table, and its structure. */
export async function liveData(
  database: Acting,
): Promise<{ readonly rows: Record<string, string>; readonly structure: string[] }> {
  database.actAs('foodsave_backup');
  const data = await withDedicatedClient((client) =>
    inSnapshot(client, async () => {
      const rows: Record<string, string> = {};
      for (const table of await listTables(client)) {
        const hash = createHash('sha256');
        for await (const chunk of copyOut(client, table)) hash.update(chunk);
        rows[table.name] = hash.digest('hex');
      }
      return { rows, structure: await readStructure(client) };
    }),
  );
  database.actAsApp();
  return data;
}
