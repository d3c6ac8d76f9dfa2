import type { ClientBase } from 'pg';
import type { Bucket } from './bucket.ts';
import { keys } from './keys.ts';
import type { TableCopy, TablesManifest } from './manifest.ts';
import { writeParts } from './parts.ts';
import { readStructure } from './structure-store.ts';
import * as store from './table-store.ts';

/**
 * Copies every table as it is at one moment (role `foodsave_backup`). A snapshot lives no longer than its
 * transaction, so all tables are copied by one step; run again, it overwrites what it wrote.
 * @param release the version of the product
 */
export async function copyTables(
  client: ClientBase,
  backups: Bucket,
  backupId: string,
  { release, now }: { readonly release: string; readonly now: Date },
): Promise<void> {
  const manifest = await store.inSnapshot(client, async (): Promise<TablesManifest> => {
    const tables: TableCopy[] = [];
    for (const table of await store.listTables(client)) {
      tables.push(await copyTable(client, backups, backupId, table));
    }
    return {
      takenAt: now.toISOString(),
      release,
      migrations: await store.readApplied(client),
      structure: await readStructure(client),
      sequences: await store.readSequences(client),
      tables,
      index: await store.readIndexVersion(client),
    };
  });
  await backups.write(keys.tables(backupId), JSON.stringify(manifest), 'application/json');
}

async function copyTable(
  client: ClientBase,
  backups: Bucket,
  backupId: string,
  table: store.Table,
): Promise<TableCopy> {
  const rows = store.copyOut(client, table);
  const keyOf = (part: number) => keys.tablePart(backupId, table.name, part);
  const written = await writeParts(backups, rows, keyOf);
  return { name: table.name, columns: [...table.columns], rows: rows.rowCount, ...written };
}
