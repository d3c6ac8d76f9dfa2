import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import pg from 'pg';
import type { Account } from './account.ts';
import { OWNER } from './initialise.ts';
import type { Place } from './place.ts';

/**
 * Gives the cluster's first user another password. Postgres in single-user mode asks for none: whoever
 * may read the files of a cluster owns it. The server must not run.
 */
export async function resetPassword(
  place: Place,
  password: string,
  account: Account | undefined,
): Promise<void> {
  const child = spawn(
    place.binaries.postgres,
    ['--single', '-D', place.directory, '-c', 'log_min_messages=error', 'postgres'],
    { ...account, cwd: dirname(place.directory), stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4096);
  });
  const ended = once(child, 'exit');
  child.stdin.end(`ALTER ROLE ${OWNER} PASSWORD ${pg.escapeLiteral(password)};\n`);
  const [code] = await ended;
  if (code !== 0 || /ERROR|FATAL/.test(output)) {
    throw new Error(`The password of the database could not be set anew: ${output.trim()}`);
  }
}
