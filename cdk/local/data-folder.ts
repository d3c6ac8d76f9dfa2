import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from '#cdk/command.ts';

/**
 * Makes the data folder. Others may pass through it (root lends Postgres another user) but not
 * list it; every file with a secret has its own mode.
 * @throws CommandError when it cannot be made or written.
 */
export function openDataFolder(path: string): void {
  try {
    if (!existsSync(path)) {
      makeFolder(path);
      chmodSync(path, 0o711);
    }
    accessSync(path, constants.W_OK | constants.X_OK);
    // A file passes the question above when root asks it.
    accessSync(`${path}/.`);
  } catch (cause) {
    throw new CommandError(
      `The data folder ${path} cannot be written (${codeOf(cause)}). Set FOODSAVE_DATA to one that can.`,
      { cause },
    );
  }
}

/** With `recursive: true` Node never comes back from a file system that takes no folders, as /proc. */
function makeFolder(path: string): void {
  const above = dirname(path);
  if (!existsSync(above)) makeFolder(above);
  mkdirSync(path);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
