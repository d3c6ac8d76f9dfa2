import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, isReachableByOthers } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Where the server's programs and its data lie. */
export interface Place {
  readonly binaries: Binaries;
  readonly directory: string;
}

const SHELTER = '/var/lib/foodsave';

/**
 * Keeps the preferred place when the server can reach it. Below a folder that only root may enter
 * (`/root`, say) the powerless user can neither start the programs nor open the data, so programs
 * and data go to {@link SHELTER} instead, under a name made of the preferred directory.
 */
export function reachablePlace(preferred: Place, account: Account | undefined): Place {
  if (account === undefined) return preferred;
  const directory = isReachableByOthers(preferred.directory)
    ? preferred.directory
    : join(SHELTER, createHash('sha256').update(preferred.directory).digest('hex').slice(0, 16));
  const binaries = isReachableByOthers(preferred.binaries.postgres)
    ? preferred.binaries
    : shelteredBinaries(preferred.binaries);
  return { binaries, directory };
}

function shelteredBinaries(binaries: Binaries): Binaries {
  const native = dirname(dirname(binaries.postgres));
  const version = createHash('sha256').update(native).digest('hex').slice(0, 16);
  const copy = join(SHELTER, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(SHELTER, { recursive: true });
    const half = `${copy}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, copy);
  }
  const moved = (path: string) => join(copy, 'bin', basename(path));
  return { initdb: moved(binaries.initdb), postgres: moved(binaries.postgres) };
}
