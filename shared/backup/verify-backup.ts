import { createHash } from 'node:crypto';
import type { Bucket } from './bucket.ts';
import { damaged } from './damaged.ts';
import { keys } from './keys.ts';
import type { Manifest, ObjectsManifest, TableCopy } from './manifest.ts';
import { type ObjectCopy, readList } from './object-list.ts';
import { readParts } from './parts.ts';
import { sha256 } from './sha256.ts';

const NEWLINE = 0x0a;
/** Files looked at at once. */
const AT_ONCE = 8;

export interface VerifyOptions {
  /** Reads every file too; else files have to be there in their size, as they were hashed when copied. */
  readonly deep: boolean;
  /** The piece of the list of files to begin with; the tables are read before the first. */
  readonly part: number;
  isTimeUp(): boolean;
}

/**
 * Reads a backup back.
 * @returns the piece of the list to go on with, or undefined when all is as it was written
 * @throws PermanentError `backup-damaged`
 */
export async function verifyBackup(
  backups: Bucket,
  manifest: Manifest,
  { deep, part: first, isTimeUp }: VerifyOptions,
): Promise<number | undefined> {
  if (first === 0) for (const table of manifest.tables) await verifyTable(backups, table);
  const { parts } = manifest.objects;
  for (const [at, part] of parts.entries()) {
    if (at < first) continue;
    if (at > first && isTimeUp()) return at;
    const copies = await readList(backups, part);
    for (let from = 0; from < copies.length; from += AT_ONCE) {
      const some = copies.slice(from, from + AT_ONCE);
      await Promise.all(some.map((copy) => verifyCopy(backups, copy, deep)));
    }
  }
  requireCount(manifest.objects);
  return undefined;
}

async function verifyTable(backups: Bucket, { name, parts, rows, ...table }: TableCopy) {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const text of readParts(backups, parts)) {
    hash.update(text);
    for (const byte of text) if (byte === NEWLINE) lines += 1;
  }
  if (hash.digest('hex') !== table.sha256) throw damaged(`The rows of ${name} were changed`);
  if (lines !== rows) throw damaged(`${name} has ${lines} rows, not ${rows}`);
}

async function verifyCopy(backups: Bucket, copy: ObjectCopy, deep: boolean): Promise<void> {
  const key = keys.copy(copy.sha256);
  if (!deep) {
    if ((await backups.size(key)) !== copy.size) throw damaged(`The copy of ${copy.key} is lost`);
    return;
  }
  await readCopy(backups, copy);
}

/**
 * The bytes of a file in a backup.
 * @throws PermanentError `backup-damaged`
 */
export async function readCopy(backups: Bucket, copy: ObjectCopy): Promise<Buffer> {
  const stored = await backups.read(keys.copy(copy.sha256));
  if (stored === undefined) throw damaged(`The copy of ${copy.key} is missing`);
  if (sha256(stored.body) !== copy.sha256) throw damaged(`The copy of ${copy.key} was changed`);
  return stored.body;
}

function requireCount({ parts, count }: ObjectsManifest): void {
  const listed = parts.reduce((sum, part) => sum + part.count, 0);
  if (listed !== count) throw damaged(`${listed} files are listed, not ${count}`);
}
