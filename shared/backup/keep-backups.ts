import { measure } from '#shared/telemetry/metrics.ts';
import { type BackupState, listStates } from './backup-state.ts';
import { forgetBackups } from './forget-backups.ts';
import { beginBackup, isRunning, type OperateDeps, startRestore } from './operate-backups.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A day less the minutes by which an hourly schedule may be late. */
const DAILY_MS = 23.5 * HOUR_MS;
const WEEKLY_MS = 7 * 24 * HOUR_MS;
/** After one that failed. */
const RETRY_MS = 3 * HOUR_MS;

/**
 * Looks, every hour, at what there is: starts a backup when the last is a day old, and a check when none
 * was checked for a week, so that a machine which was off makes up for it. Measures how old the newest
 * backup is that verified, which the alarm `no-verified-backup` watches, and removes those that no rule
 * keeps any more.
 */
export async function keepBackups(deps: OperateDeps): Promise<{
  readonly ageHours: number;
  readonly started: string[];
  readonly forgotten: string[];
}> {
  const now = deps.now();
  const states = await listStates(deps.backups);
  const ageHours = hoursSinceVerified(states, now);
  measure('BackupAgeHours', ageHours);
  const started: string[] = [];
  if (isBackupDue(states, now)) started.push(`backup ${await beginBackup(deps)}`);
  const backupId = dueCheck(states, now);
  if (backupId !== undefined) {
    await startRestore(deps, backupId, 'check');
    started.push(`check ${backupId}`);
  }
  const forgotten = await forgetBackups(deps.backups, now);
  return { ageHours, started, forgotten };
}

/** Since the newest backup that verified; without one, since the first that was tried. */
export function hoursSinceVerified(states: readonly BackupState[], now: Date): number {
  const since = states.find(({ status }) => status === 'verified') ?? states.at(-1);
  if (since === undefined) return 0;
  return Math.floor((now.getTime() - Date.parse(since.startedAt)) / HOUR_MS);
}

/** @param states newest first */
export function isBackupDue(states: readonly BackupState[], now: Date): boolean {
  const [newest] = states;
  if (newest === undefined) return true;
  if (isRunning(newest, now)) return false;
  const age = now.getTime() - Date.parse(newest.startedAt);
  return age >= (newest.status === 'verified' ? DAILY_MS : RETRY_MS);
}

/** The backup to check now: the newest that verified, unless one was checked within a week. */
export function dueCheck(states: readonly BackupState[], now: Date): string | undefined {
  const isRecent = (at: string | null) => at !== null && now.getTime() - Date.parse(at) < WEEKLY_MS;
  if (states.some(({ checkedAt }) => isRecent(checkedAt))) return undefined;
  return states.find(({ status }) => status === 'verified')?.backupId;
}
