import { setTimeout as pause } from 'node:timers/promises';
import { CommandError } from '#cdk/command.ts';
import { Backup } from '#shared/backup/backup-schema.ts';
import type { Api } from './api.ts';

const PAUSE_MS = 1_000;

export const backupPath = (id: string) => `/api/v2/backup/${encodeURIComponent(id)}`;

/**
 * Waits until a workflow has ended with a backup.
 * @param isOver whether what it is waited for has come
 * @throws CommandError when the backup says why it never will
 */
export async function followBackup(
  api: Api,
  id: string,
  isOver: (backup: Backup) => boolean,
): Promise<Backup> {
  const { problem: before } = await api.json(backupPath(id), Backup);
  for (;;) {
    const backup = await api.json(backupPath(id), Backup);
    if (isOver(backup)) return backup;
    if (hasFailed(backup) || (backup.problem !== null && backup.problem !== before)) {
      throw new CommandError(backup.problem ?? 'It failed, and nobody says why.');
    }
    await pause(PAUSE_MS);
  }
}

function hasFailed({ status, restore }: Backup): boolean {
  return status === 'failed' || status === 'damaged' || restore?.status === 'failed';
}
