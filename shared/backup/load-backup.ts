import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import type { Migration } from '#shared/database/migration-files.ts';
import type { Bucket } from './bucket.ts';
import { damaged } from './damaged.ts';
import type { Manifest, TableCopy } from './manifest.ts';
import { readParts } from './parts.ts';
import * as schemas from './schema-store.ts';
import { readStructure } from './structure-store.ts';
import * as store from './table-store.ts';

/**
 * Loads a backup into a schema of its own, as the owner of the database; the live one is not touched. The
 * schema is made by the migrations that the backup names, and brought up to date when its rows are in it
 * and were found to be those that were copied.
 * @param migrations of this release
 * @param schema its name; one that a run which was cut off left behind is replaced
 * @throws PermanentError `backup-damaged`; then nothing of the schema is left
 */
export async function loadBackup(
  client: ClientBase,
  backups: Bucket,
  manifest: Manifest,
  migrations: readonly Migration[],
  schema: string,
): Promise<void> {
  const own = migrationsOf(manifest, migrations);
  await schemas.createSchema(client, schema);
  try {
    await schemas.migrateSchema(client, own);
    await requireStructure(client, manifest);
    await schemas.withoutRules(client, async () => {
      for (const table of manifest.tables) await loadTable(client, backups, table);
      await store.setSequences(client, manifest.sequences);
      // Under forced row-level security their owner would see none.
      await requireRows(client, manifest);
    });
    await requireStructure(client, manifest);
    if (own.length < migrations.length) await schemas.migrateSchema(client, migrations);
  } catch (error) {
    await schemas.dropSchema(client, schema);
    throw error;
  }
}

/** @throws PermanentError when this release does not know one of the backup's migrations, or another of its name */
function migrationsOf(
  { migrations: applied }: Manifest,
  migrations: readonly Migration[],
): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  return applied.map(({ name, checksum }) => {
    const migration = known.get(name);
    if (migration?.checksum === checksum) return migration;
    throw damaged(`The schema has the migration ${name}, which this release does not have so`);
  });
}

async function loadTable(client: ClientBase, backups: Bucket, table: TableCopy): Promise<void> {
  const rows = store.copyIn(client, table);
  await pipeline(Readable.from(readParts(backups, table.parts), { objectMode: false }), rows);
  if (rows.rowCount !== table.rows) {
    throw damaged(`${table.name} took ${rows.rowCount} rows, not ${table.rows}`);
  }
}

/** Copies every table once more: what comes out has to be what was copied then. */
async function requireRows(client: ClientBase, { tables, sequences }: Manifest): Promise<void> {
  const copied = new Map(tables.map((table) => [table.name, table]));
  await store.inSnapshot(client, async () => {
    for (const table of await store.listTables(client)) {
      const copy = copied.get(table.name);
      if (copy === undefined) throw damaged(`The table ${table.name} is missing`);
      const hash = createHash('sha256');
      for await (const chunk of store.copyOut(client, table)) hash.update(chunk);
      if (hash.digest('hex') !== copy.sha256) throw damaged(`The rows of ${table.name} differ`);
    }
    const now = await store.readSequences(client);
    if (JSON.stringify(now) !== JSON.stringify(sequences)) throw damaged('The sequences differ');
  });
}

async function requireStructure(client: ClientBase, manifest: Manifest): Promise<void> {
  const now = new Set(await readStructure(client));
  const then = new Set(manifest.structure);
  const lost = [...then].filter((line) => !now.has(line));
  const added = [...now].filter((line) => !then.has(line));
  const [first] = [...lost, ...added];
  if (first === undefined) return;
  throw damaged(`${lost.length + added.length} parts of the schema differ: ${first}`);
}
