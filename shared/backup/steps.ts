import type { ClientBase } from 'pg';
import type { Migration } from '#shared/database/migration-files.ts';
import { isPermanentError } from '#shared/errors/permanent-error.ts';
import { readCause } from '#shared/errors/step-failure.ts';
import { type BackupRun, type FailedBackupRun, goOn } from './backup-run.ts';
import { type BackupState, changeState, listStates, readState } from './backup-state.ts';
import type { Bucket } from './bucket.ts';
import { copyObjects } from './copy-objects.ts';
import { DAMAGED } from './damaged.ts';
import { erasedHouseholds } from './erased-households.ts';
import { loadBackup } from './load-backup.ts';
import { type Manifest, type ObjectsManifest, readManifest } from './manifest.ts';
import { restoreObjects } from './restore-objects.ts';
import { checkedSchema, loadedSchema } from './schema-names.ts';
import { dropLeftovers, dropSchema } from './schema-store.ts';
import { sealBackup } from './seal.ts';
import { dropKept, switchBack, switchToLoaded } from './switch-store.ts';
import { verifyBackup } from './verify-backup.ts';

interface Buckets {
  readonly uploads: Bucket;
  readonly backups: Bucket;
}

/** Whether a step should end here and be called again. */
export type IsTimeUp = () => boolean;

/** Copies uploaded files, and puts the manifest together when all are listed. */
export async function copyObjectsStep(
  run: BackupRun,
  { uploads, backups }: Buckets,
  isTimeUp: IsTimeUp,
): Promise<BackupRun> {
  const earlier = await earlierObjects(backups);
  const { done } = await copyObjects(run.backupId, { uploads, backups, earlier, isTimeUp });
  if (done) await sealBackup(backups, run.backupId);
  return { ...run, done };
}

/** The files of the newest backup that verified. */
async function earlierObjects(backups: Bucket): Promise<ObjectsManifest | undefined> {
  const newest = (await listStates(backups)).find(({ status }) => status === 'verified');
  if (newest === undefined) return undefined;
  try {
    return (await readManifest(backups, newest.backupId, newest.manifestSha256)).objects;
  } catch (error) {
    // What is damaged saves no work; its next check says so.
    if (isPermanentError(error)) return undefined;
    throw error;
  }
}

/** Reads the backup back; every file too, unless it was just copied. */
export async function verifyStep(
  run: BackupRun,
  backups: Bucket,
  isTimeUp: IsTimeUp,
  now: Date,
): Promise<BackupRun> {
  const { backupId, action, part } = run;
  const manifest = await manifestOf(backups, backupId);
  const deep = action !== 'backup';
  const next = await verifyBackup(backups, manifest, { deep, part, isTimeUp });
  if (next === undefined) {
    const at = now.toISOString();
    const first = action === 'backup' ? { status: 'verified' as const, finishedAt: at } : {};
    await changeState(backups, backupId, { ...first, verifiedAt: at });
  }
  return goOn(run, next);
}

/** Loads the backup beside the live data; for a check alone it is dropped again. */
export async function loadStep(
  run: BackupRun,
  client: ClientBase,
  backups: Bucket,
  { migrations, now }: { readonly migrations: readonly Migration[]; readonly now: Date },
): Promise<BackupRun> {
  const { backupId, action } = run;
  const manifest = await manifestOf(backups, backupId);
  const schema = action === 'check' ? checkedSchema(backupId) : loadedSchema(backupId);
  await dropLeftovers(client, loadedSchema(backupId));
  await loadBackup(client, backups, manifest, migrations, schema);
  if (action === 'check') await dropSchema(client, schema);
  await changeState(backups, backupId, { checkedAt: now.toISOString() });
  return goOn(run, undefined);
}

export async function restoreObjectsStep(
  run: BackupRun,
  buckets: Buckets,
  isTimeUp: IsTimeUp,
): Promise<BackupRun> {
  const manifest = await manifestOf(buckets.backups, run.backupId);
  const erased = await erasedHouseholds(buckets.backups);
  return goOn(run, await restoreObjects(buckets, manifest, { part: run.part, erased, isTimeUp }));
}

const SWITCHES = {
  restore: { make: switchToLoaded, status: 'kept' },
  confirm: { make: dropKept, status: 'confirmed' },
  undo: { make: switchBack, status: 'undone' },
} as const;

/** Puts what was loaded in the place of the live data, or decides about what was kept of before. */
export async function switchStep(
  run: BackupRun,
  client: ClientBase,
  backups: Bucket,
  now: Date,
): Promise<BackupRun> {
  const { backupId, action } = run;
  if (action === 'backup' || action === 'check') throw new Error(`${action} switches nothing`);
  const { make, status } = SWITCHES[action];
  await make(client, backupId, [...(await erasedHouseholds(backups))]);
  await changeState(backups, backupId, { restore: { status, at: now.toISOString() } });
  return goOn(run, undefined);
}

/** Says in the catalogue why a run ended early. */
export async function failStep(
  { backupId, action, error }: FailedBackupRun,
  backups: Bucket,
  now: Date,
): Promise<void> {
  const { code, message } = readCause(error.Cause);
  const at = now.toISOString();
  const problem = `${code}: ${message}`;
  const change: Partial<BackupState> = {
    problem,
    ...(code === DAMAGED ? { status: 'damaged' } : {}),
    ...(action === 'backup' ? { status: 'failed', finishedAt: at } : {}),
    ...(action === 'restore' ? { restore: { status: 'failed', at } } : {}),
  };
  await changeState(backups, backupId, change);
}

async function manifestOf(backups: Bucket, backupId: string): Promise<Manifest> {
  const { manifestSha256 } = await readState(backups, backupId);
  return await readManifest(backups, backupId, manifestSha256);
}
