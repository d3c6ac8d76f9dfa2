import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { hasCredentials } from '#cdk/local/credentials.ts';

/** SQLite keeps parts of a database in files beside it. */
const PARTS = ['', '-wal', '-shm'];

/** What became of the state file before it was opened. */
export type Repair =
  | { readonly kind: 'none' }
  /** It was gone, and a new one takes its place. */
  | { readonly kind: 'missing' }
  /** It was damaged: what could be read is in a new one, the old one is kept. */
  | { readonly kind: 'damaged'; readonly kept: string; readonly rows: number };

/**
 * Finds a state file that is missing or damaged, and makes another. Everything that is truth is in
 * Postgres and in the files of S3; what else it held can be made anew.
 */
export function repairState(directory: string): Repair {
  const path = join(directory, 'state.sqlite');
  const wasUsed = hasCredentials(directory);
  if (!existsSync(path) || statSync(path).size === 0) {
    // A journal without its database would be applied to the new one.
    for (const part of PARTS) rmSync(`${path}${part}`, { force: true });
    return { kind: wasUsed ? 'missing' : 'none' };
  }
  if (!isDamaged(path)) return { kind: 'none' };
  const kept = `${path}.damaged`;
  for (const part of PARTS) {
    rmSync(`${kept}${part}`, { force: true });
    if (existsSync(`${path}${part}`)) renameSync(`${path}${part}`, `${kept}${part}`);
  }
  return { kind: 'damaged', kept, rows: salvage(kept, path) };
}

function isDamaged(path: string): boolean {
  const database = new DatabaseSync(path);
  try {
    const [row] = database.prepare('PRAGMA quick_check(1)').all();
    return row?.quick_check !== 'ok';
  } catch (error) {
    // Another process has it: that is said when it is opened.
    return !(error instanceof Error && /locked|busy/i.test(error.message));
  } finally {
    database.close();
  }
}

/** Copies what can still be read. @returns how many rows that was */
function salvage(from: string, to: string): number {
  const [old, made] = [new DatabaseSync(from), new DatabaseSync(to)];
  let rows = 0;
  try {
    for (const { name, sql } of tablesOf(old)) {
      try {
        made.exec(sql);
      } catch {
        continue; // its definition is damaged too: whoever uses the table makes it
      }
      rows += copyRows(old, made, name);
    }
  } finally {
    old.close();
    made.close();
  }
  return rows;
}

function tablesOf(database: DatabaseSync): { name: string; sql: string }[] {
  try {
    return database
      .prepare(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
      .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
  } catch {
    return [];
  }
}

function copyRows(old: DatabaseSync, made: DatabaseSync, table: string): number {
  let rows = 0;
  try {
    for (const row of old.prepare(`SELECT * FROM "${table}"`).iterate()) {
      const values = Object.values(row);
      const places = values.map(() => '?').join(', ');
      made.prepare(`INSERT OR IGNORE INTO "${table}" VALUES (${places})`).run(...values);
      rows += 1;
    }
  } catch {
    // What comes behind the damage cannot be reached.
  }
  return rows;
}
