import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Repair, repairState } from './repair-state.ts';

/**
 * The durable state of the emulated services: messages, objects, executions, secrets. One SQLite
 * file that exactly one process holds; the operating system releases it when that process ends,
 * however it ends.
 */
export interface State {
  readonly database: DatabaseSync;
  /** What became of the file of the last run before this one was opened. */
  readonly repair: Repair;
  /** Runs all statements of `work` or none. Nested calls join the outer transaction. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';
}

/**
 * Opens the state of a data folder, repaired or made anew when it is damaged or gone.
 * @throws AlreadyRunningError when another process holds the data folder.
 */
export function openState(directory: string): State {
  const repair = repairState(directory);
  const path = join(directory, 'state.sqlite');
  // It holds passwords. SQLite gives the files beside it the mode of this one.
  closeSync(openSync(path, 'a', 0o600));
  const database = new DatabaseSync(path);
  try {
    // Exclusive from the first write until the process ends; WAL keeps each commit cheap.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 0;');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec('BEGIN EXCLUSIVE; COMMIT;');
  } catch (cause) {
    database.close();
    if (!(cause instanceof Error) || !/locked|busy/i.test(cause.message)) throw cause;
    throw new AlreadyRunningError(`${directory} is held by another process`, { cause });
  }
  let open = false;
  return {
    database,
    repair,
    transaction(work) {
      if (open) return work();
      database.exec('BEGIN IMMEDIATE');
      open = true;
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        open = false;
      }
    },
    close: () => database.close(),
  };
}
