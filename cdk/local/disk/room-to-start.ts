import { CommandError } from '#cdk/command.ts';
import { hasCredentials } from '#cdk/local/credentials.ts';
import { type FreeBytes, freeBytesOf } from './disk-space.ts';

const MEGABYTE = 1024 * 1024;
/** A new database with its journal, the storage and the logs. */
const FIRST_START = 300 * MEGABYTE;
/** What a database that is there writes as it starts. */
const ANY_START = 24 * MEGABYTE;

/**
 * Whether the disk has room for a start; called when the reserve was given back already.
 * @throws CommandError with how much is missing
 */
export function requireRoom(folder: string, freeBytes: FreeBytes = freeBytesOf): void {
  const isFirst = !hasCredentials(folder);
  const needed = isFirst ? FIRST_START : ANY_START;
  const free = freeBytes(folder);
  if (free >= needed) return;
  const why = isFirst ? 'The first start needs' : 'A start needs';
  throw new CommandError(
    `The disk of ${folder} is full: ${megabytes(free)} are free. ${why} ${megabytes(needed)}; ` +
      'make room, or set FOODSAVE_DATA to a folder on another disk.',
  );
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / MEGABYTE)} MB`;
}

/** What changes with the disk, for the person at the terminal. */
export function diskSentence(folder: string, isFull: boolean): string {
  return isFull
    ? `The disk of ${folder} is full: reading goes on, changes are refused until there is room.`
    : `The disk of ${folder} has room again: changes are taken.`;
}
