import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DiskReserve } from './disk-reserve.ts';

const MEGABYTE = 1024 * 1024;

/** Below this nothing is added any more: Postgres ends when it cannot write its journal. */
const FULL_BELOW = 64 * MEGABYTE;
/** Given back to the disk when it is full, so that what is under way ends well and reading goes on. */
const RESERVE = 48 * MEGABYTE;
/** Beyond the two, before it counts as free again: it would be full at once otherwise. */
const MARGIN = 32 * MEGABYTE;

const EVERY_MS = 1_000;

export interface DiskSpace {
  /** Whether so little is left that nothing may be added. */
  isFull(): boolean;
}

/** Bytes that are free on the disk of a folder. */
export type FreeBytes = (folder: string) => number;

export function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * Watches the disk of the data folder, on which it keeps a reserve.
 * @param onChange told when it becomes full, and when it is no more; not how it is at the beginning
 */
export function watchDiskSpace(
  folder: string,
  onChange: (isFull: boolean) => void,
  freeBytes: FreeBytes = freeBytesOf,
): DiskSpace & { look(): void; close(): void } {
  const reserve = new DiskReserve(join(folder, 'reserve'), RESERVE);
  let isFull = false;
  const look = () => {
    const free = freeBytes(folder);
    if (free < FULL_BELOW) {
      isFull = true;
      reserve.release();
    } else if (reserve.isHeld()) isFull = false;
    else if (free > FULL_BELOW + RESERVE + MARGIN) isFull = !reserve.take();
  };
  look();
  const lookAgain = () => {
    const was = isFull;
    look();
    if (was !== isFull) onChange(isFull);
  };
  const timer = setInterval(lookAgain, EVERY_MS);
  timer.unref();
  return { look: lookAgain, isFull: () => isFull, close: () => clearInterval(timer) };
}
