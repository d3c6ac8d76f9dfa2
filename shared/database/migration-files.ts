import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

export interface Migration {
  /** `0001-core`. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Beside this file, and (the build copies them) beside the bundle of functions/operations/migrate. */
const FOLDER = new URL('./migrations/', import.meta.url);

/** The numbered SQL files in their order. @throws when a file is misnamed or a number is used twice. */
export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  const migrations: Migration[] = [];
  for (const file of names) {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1];
    if (number === undefined) throw new Error(`A migration is named NNNN-name.sql, not ${file}`);
    if (numbers.has(number)) throw new Error(`Two migrations have the number ${number}`);
    numbers.add(number);
    const sql = await readFile(new URL(file, folder), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    migrations.push({ name: file.slice(0, -'.sql'.length), sql, checksum });
  }
  if (migrations.length === 0) throw new Error(`There are no migrations in ${folder.pathname}`);
  return migrations;
}
