import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Place } from './place.ts';

const run = promisify(execFile);

export const OWNER = 'foodsave_owner';

/**
 * Makes the cluster unless it is there. It is made beside its place and renamed into it, so that a
 * run killed half-way leaves nothing that looks like a database.
 */
export async function initialise(place: Place, password: string, account: Account | undefined) {
  if (existsSync(join(place.directory, 'PG_VERSION'))) return;
  mkdirSync(dirname(place.directory), { recursive: true });
  const half = `${place.directory}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = `${place.directory}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    chownSync(half, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await run(
      place.binaries.initdb,
      [
        `--pgdata=${half}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order of text on every machine, whatever locales it has.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ],
      { ...account, cwd: dirname(half) },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(place.directory, { recursive: true, force: true });
  renameSync(half, place.directory);
}
