import * as z from 'zod/mini';
import type { Bucket } from './bucket.ts';
import { keys } from './keys.ts';

const Count = z.int().check(z.minimum(0));
const Instant = z.nullable(z.iso.datetime());

/**
 * `running` until it was written and read back; `verified`; `failed` when it was not finished; `damaged`
 * when a later look found that it is not what was written.
 */
export const BackupStatus = z.enum(['running', 'verified', 'failed', 'damaged']);

/** `kept`: the state before the restore is there until the restore is confirmed or undone. */
export const RestoreStatus = z.enum(['running', 'kept', 'confirmed', 'undone', 'failed']);

/** What the catalogue says of one backup. It lies beside it, for the database may be what is lost. */
export const BackupState = z.strictObject({
  backupId: z.uuid(),
  status: BackupStatus,
  startedAt: z.iso.datetime(),
  finishedAt: Instant,
  /** Read back after it was written, or byte by byte later. */
  verifiedAt: Instant,
  /** Loaded into a schema of its own and compared. */
  checkedAt: Instant,
  /** Compressed tables and all files, in bytes. */
  size: Count,
  tables: z.array(z.strictObject({ name: z.string(), rows: Count, checksum: z.string() })),
  objects: Count,
  manifestSha256: z.nullable(z.string()),
  /** Why it failed or what is damaged, for the operator. */
  problem: z.nullable(z.string()),
  restore: z.nullable(z.strictObject({ status: RestoreStatus, at: z.iso.datetime() })),
});
export type BackupState = z.infer<typeof BackupState>;

/** A backup that has just begun. */
export function newState(backupId: string, now: Date): BackupState {
  return {
    backupId,
    status: 'running',
    startedAt: now.toISOString(),
    finishedAt: null,
    verifiedAt: null,
    checkedAt: null,
    size: 0,
    tables: [],
    objects: 0,
    manifestSha256: null,
    problem: null,
    restore: null,
  };
}

/** Undefined where there is no such backup. */
export async function findState(
  backups: Bucket,
  backupId: string,
): Promise<BackupState | undefined> {
  const stored = await backups.read(keys.state(backupId));
  return stored && BackupState.parse(JSON.parse(stored.body.toString()));
}

/** @throws when there is no such backup */
export async function readState(backups: Bucket, backupId: string): Promise<BackupState> {
  const state = await findState(backups, backupId);
  if (state === undefined) throw new Error(`There is no backup ${backupId}`);
  return state;
}

export async function writeState(backups: Bucket, state: BackupState): Promise<void> {
  await backups.write(keys.state(state.backupId), JSON.stringify(state), 'application/json');
}

/** Changes some of a state, which stays what it is otherwise. */
export async function changeState(
  backups: Bucket,
  backupId: string,
  change: Partial<BackupState>,
): Promise<BackupState> {
  const state = { ...(await readState(backups, backupId)), ...change };
  await writeState(backups, state);
  return state;
}

/** Every backup there is, the newest first. */
export async function listStates(backups: Bucket): Promise<BackupState[]> {
  const ids: string[] = [];
  for await (const { key } of backups.list(keys.backups)) {
    const id = key.endsWith('/state.json') ? key.split('/')[1] : undefined;
    if (id !== undefined) ids.push(id);
  }
  const states = await Promise.all(ids.map((id) => findState(backups, id)));
  return states.filter((state) => state !== undefined).reverse();
}
