import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** The one pair of keys that the local endpoints accept, made once for a data folder. */
const Credentials = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });
export type Credentials = z.infer<typeof Credentials>;

const FILE = 'credentials.json';

/** Whether the data folder has been started before: the first start writes them. */
export function hasCredentials(data: string): boolean {
  return existsSync(join(data, FILE));
}

/** Reads `credentials.json` of the data folder, making it at the first run (mode 0600). */
export function localCredentials(data: string): Credentials {
  const path = join(data, FILE);
  if (hasCredentials(data)) return Credentials.parse(JSON.parse(readFileSync(path, 'utf8')));
  const made = {
    accessKeyId: `FSLOCAL${randomBytes(7).toString('hex').toUpperCase().slice(0, 13)}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
  writePrivate(path, made);
  return made;
}

/** Writes JSON that only its owner may read, also when the file was there with looser rights. */
export function writePrivate(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
}
