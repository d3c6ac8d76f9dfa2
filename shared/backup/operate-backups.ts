import { newBackupId } from './backup-id.ts';
import * as problems from './backup-problems.ts';
import type { BackupAction, BackupRun } from './backup-run.ts';
import type { Backup } from './backup-schema.ts';
import {
  type BackupState,
  changeState,
  findState,
  listStates,
  newState,
  writeState,
} from './backup-state.ts';
import type { Bucket } from './bucket.ts';
import { removeBackup } from './forget-backups.ts';
import { keptBackups, type Retention } from './retention.ts';

/** A workflow ends within half a day; what began before is no longer under way. */
const LONGEST_RUN_MS = 12 * 60 * 60 * 1000;

export interface OperateDeps {
  readonly backups: Bucket;
  /** Starts an execution of the workflow; a name starts once. */
  start(
    workflow: 'backup' | 'restore',
    name: string,
    input: Pick<BackupRun, 'backupId' | 'action'>,
  ): Promise<void>;
  now(): Date;
}

/** @throws UserError 409 while another one is made */
export async function createBackup(deps: OperateDeps): Promise<string> {
  const states = await listStates(deps.backups);
  if (states.some((state) => isRunning(state, deps.now()))) throw problems.backupRunning();
  return await beginBackup(deps);
}

export async function beginBackup({ backups, start, now }: OperateDeps): Promise<string> {
  const backupId = newBackupId(now());
  await writeState(backups, newState(backupId, now()));
  try {
    await start('backup', backupId, { backupId, action: 'backup' });
  } catch (error) {
    // Else it would be taken for one that is under way.
    await removeBackup(backups, backupId);
    throw error;
  }
  return backupId;
}

export async function listBackups({ backups }: OperateDeps): Promise<Backup[]> {
  const states = await listStates(backups);
  const kept = retentionOf(states);
  return states.map((state) => toBackup(state, kept));
}

/** @throws UserError 404 */
export async function readBackup({ backups }: OperateDeps, backupId: string): Promise<Backup> {
  const state = await stateOf(backups, backupId);
  return toBackup(state, retentionOf(await listStates(backups)));
}

/** Reads every byte of it and loads it beside the live data. @throws UserError 404, 409 */
export async function checkBackup(deps: OperateDeps, backupId: string): Promise<void> {
  requireVerified(await stateOf(deps.backups, backupId));
  await startRestore(deps, backupId, 'check');
}

/** @param confirm the id once more @throws UserError 404, 409, 422 */
export async function restoreBackup(
  deps: OperateDeps,
  backupId: string,
  confirm: string,
): Promise<void> {
  const state = await stateOf(deps.backups, backupId);
  if (confirm !== backupId) throw problems.confirmMismatch();
  requireVerified(state);
  const states = await listStates(deps.backups);
  if (states.some((each) => hasOpenRestore(each, deps.now()))) throw problems.restoreOpen();
  const at = deps.now().toISOString();
  await changeState(deps.backups, backupId, { restore: { status: 'running', at } });
  try {
    await startRestore(deps, backupId, 'restore');
  } catch (error) {
    await changeState(deps.backups, backupId, { restore: { status: 'failed', at } });
    throw error;
  }
}

/** Gives up what was kept of before a restore. @throws UserError 404, 409 */
export async function confirmRestore(deps: OperateDeps, backupId: string): Promise<void> {
  await settleRestore(deps, backupId, 'confirm');
}

/** Goes back to what was kept of before a restore. @throws UserError 404, 409 */
export async function undoRestore(deps: OperateDeps, backupId: string): Promise<void> {
  await settleRestore(deps, backupId, 'undo');
}

async function settleRestore(deps: OperateDeps, backupId: string, decision: 'confirm' | 'undo') {
  const { restore } = await stateOf(deps.backups, backupId);
  if (restore?.status !== 'kept') throw problems.nothingKept();
  await startRestore(deps, backupId, decision);
}

/** @throws UserError 404, 409 */
export async function deleteBackup({ backups, now }: OperateDeps, backupId: string): Promise<void> {
  const state = await stateOf(backups, backupId);
  if (isRunning(state, now()) || hasOpenRestore(state, now())) throw problems.backupInUse();
  await removeBackup(backups, backupId);
}

export function isRunning({ status, startedAt }: BackupState, now: Date): boolean {
  return status === 'running' && now.getTime() - Date.parse(startedAt) < LONGEST_RUN_MS;
}

function hasOpenRestore({ restore }: BackupState, now: Date): boolean {
  if (restore === null) return false;
  if (restore.status === 'kept') return true;
  return restore.status === 'running' && now.getTime() - Date.parse(restore.at) < LONGEST_RUN_MS;
}

/** Starts the workflow that checks a backup, restores it or decides about a restore. */
export async function startRestore(
  deps: OperateDeps,
  backupId: string,
  action: BackupAction,
): Promise<void> {
  await deps.start('restore', `${action}-${newBackupId(deps.now())}`, { backupId, action });
}

async function stateOf(backups: Bucket, backupId: string): Promise<BackupState> {
  const state = await findState(backups, backupId);
  if (state === undefined) throw problems.noSuchBackup();
  return state;
}

function requireVerified({ status }: BackupState): void {
  if (status !== 'verified') throw problems.notVerified();
}

function retentionOf(states: readonly BackupState[]): ReadonlyMap<string, Retention> {
  return keptBackups(states.filter(({ status }) => status === 'verified'));
}

function toBackup(state: BackupState, kept: ReadonlyMap<string, Retention>): Backup {
  const { backupId: id, manifestSha256: _, ...shown } = state;
  return { id, ...shown, retention: kept.get(id) ?? null };
}
