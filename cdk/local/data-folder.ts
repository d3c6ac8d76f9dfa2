import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { CommandError } from './cli/connection.ts';

/**
 * Makes the data folder. Others may pass through it (root lends Postgres another user) but not
 * list it; every file with a secret has its own mode.
 * @throws CommandError when it cannot be made or written.
 */
export function openDataFolder(path: string): void {
  try {
    const made = mkdirSync(path, { recursive: true });
    if (made !== undefined) chmodSync(path, 0o711);
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CommandError(
      `The data folder ${path} cannot be written (${codeOf(cause)}). Set FOODSAVE_DATA to one that can.`,
      { cause },
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
