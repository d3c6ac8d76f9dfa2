import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who the server runs as. Postgres refuses to run as root, so root lends it a powerless user. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `undefined` when this process is an ordinary user: then Postgres runs as that user. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const account = lookUp(name);
    if (account !== undefined) return account;
  }
  throw new Error('Postgres cannot run as root, and this machine has no user postgres or nobody.');
}

function lookUp(name: string): Account | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // `id` exits 1 for a user that does not exist
  }
}

/** Whether everybody may pass through all folders above `path` (a home of root usually says no). */
export function isReachableByOthers(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
