import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const STOP_WITHIN_MS = 120_000;

/**
 * A run that was killed leaves its server behind: it still holds the data directory. Stops it the
 * quick way (SIGINT rolls open transactions back) and waits until it is gone. A pid file whose
 * number now belongs to some other program is removed, never its program touched.
 */
export async function stopOrphan(directory: string): Promise<void> {
  const pidFile = join(directory, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!isServerOf(pid, directory)) {
    rmSync(pidFile, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (isServerOf(pid, directory)) {
    if (Date.now() > deadline) {
      throw new Error(`Postgres of an earlier run (process ${pid}) does not stop; end it by hand.`);
    }
    await pause(50);
  }
}

/** Whether the process is the server that holds this directory, by its command line. */
function isServerOf(pid: number, directory: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return commandOf(pid).includes(directory);
  } catch {
    return false; // there is no such process
  }
}

/** The command line of a process; that of one which has ended but was not asked about is empty. */
function commandOf(pid: number): string {
  // A slim container has /proc but no ps, a Mac the other way round.
  if (platform() === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { stdio: 'pipe' }).toString();
}
