import { type BackupState, listStates } from './backup-state.ts';
import type { Bucket } from './bucket.ts';
import { keys } from './keys.ts';
import { readManifest } from './manifest.ts';
import { readList } from './object-list.ts';
import { keptBackups } from './retention.ts';

/** A failed backup tells why for so long. */
const FAILED_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Removes backups that no rule keeps, then the files that no backup has any more.
 * @returns the backups that were removed
 */
export async function forgetBackups(backups: Bucket, now: Date): Promise<string[]> {
  const states = await listStates(backups);
  const forgotten = forgettable(states, now);
  for (const backupId of forgotten) await removeBackup(backups, backupId);
  if (forgotten.length > 0) {
    await removeUnusedCopies(
      backups,
      states.filter(({ backupId }) => !forgotten.includes(backupId)),
    );
  }
  return forgotten;
}

/** Those that may be removed; the one that a restore is under way with, or could be undone to, may not. */
export function forgettable(states: readonly BackupState[], now: Date): string[] {
  const kept = keptBackups(states.filter(({ status }) => status === 'verified'));
  return states
    .filter(({ backupId, status, startedAt, restore }) => {
      if (restore?.status === 'running' || restore?.status === 'kept') return false;
      if (status === 'verified') return !kept.has(backupId);
      return now.getTime() - Date.parse(startedAt) > FAILED_DAYS * DAY_MS;
    })
    .map(({ backupId }) => backupId);
}

/** Removes a backup: its state first, so that half of one is never offered. */
export async function removeBackup(backups: Bucket, backupId: string): Promise<void> {
  await backups.remove([keys.state(backupId), keys.manifest(backupId)]);
  await removeAll(backups, keys.folder(backupId));
}

/** Removes the copies of files that none of these backups lists. */
async function removeUnusedCopies(backups: Bucket, left: readonly BackupState[]): Promise<void> {
  // A backup that is being written has listed what it uses only in part, so nothing is removed meanwhile;
  // a damaged one cannot say what it uses.
  if (left.some(({ status }) => status === 'running' || status === 'damaged')) return;
  const used = new Set<string>();
  for (const { backupId, manifestSha256 } of left) {
    if (manifestSha256 === null) continue;
    const { objects } = await readManifest(backups, backupId, manifestSha256);
    for (const part of objects.parts) {
      for (const copy of await readList(backups, part)) used.add(keys.copy(copy.sha256));
    }
  }
  await removeAll(backups, keys.copies, used);
}

async function removeAll(
  backups: Bucket,
  prefix: string,
  but: ReadonlySet<string> = new Set(),
): Promise<void> {
  let found: string[] = [];
  for await (const { key } of backups.list(prefix)) {
    if (but.has(key)) continue;
    found.push(key);
    if (found.length === 1000) {
      await backups.remove(found);
      found = [];
    }
  }
  await backups.remove(found);
}
