import { changeState } from './backup-state.ts';
import type { Bucket } from './bucket.ts';
import { readProgress } from './copy-objects.ts';
import { keys } from './keys.ts';
import { type Manifest, TablesManifest } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** Puts the manifest together and keeps its hash apart from it, so that an edited one is found. */
export async function sealBackup(backups: Bucket, backupId: string): Promise<void> {
  const stored = await backups.read(keys.tables(backupId));
  if (stored === undefined) throw new Error('The tables were not copied');
  const tables = TablesManifest.parse(JSON.parse(stored.body.toString()));
  const objects = await readProgress(backups, backupId);
  const manifest: Manifest = { format: 1, backupId, ...tables, objects };
  const text = JSON.stringify(manifest);
  await backups.write(keys.manifest(backupId), text, 'application/json');
  const parts = tables.tables.flatMap((table) => table.parts);
  await changeState(backups, backupId, {
    manifestSha256: sha256(text),
    tables: tables.tables.map(({ name, rows, sha256: checksum }) => ({ name, rows, checksum })),
    objects: objects.count,
    size: parts.reduce((sum, { bytes }) => sum + bytes, objects.bytes),
  });
}
