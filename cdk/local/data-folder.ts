import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '#cdk/command.ts';

/**
 * Makes the data folder, or closes one that is there, with all of its files, to everybody else: it holds
 * passwords, keys and receipts, and an earlier version left some readable. Under root others may pass
 * through the folder, since Postgres runs as another user, but neither list it nor open a file.
 * @throws CommandError when it cannot be made or written.
 */
export function openDataFolder(path: string): void {
  try {
    if (!existsSync(path)) makeFolder(path);
    accessSync(path, constants.W_OK | constants.X_OK);
    // A file passes the question above when root asks it.
    accessSync(`${path}/.`);
    closeToOthers(path);
  } catch (cause) {
    throw new CommandError(
      `The data folder ${path} cannot be written (${codeOf(cause)}). Set FOODSAVE_DATA to one that can.`,
      { cause },
    );
  }
}

function closeToOthers(folder: string): void {
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const entry = lstatSync(path);
    // What belongs to the user of Postgres is closed by Postgres.
    if (entry.uid !== process.getuid?.() || (entry.mode & 0o077) === 0) continue;
    if (entry.isFile()) chmodSync(path, 0o600);
    else if (entry.isDirectory()) chmodSync(path, 0o700);
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
