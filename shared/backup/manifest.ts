import * as z from 'zod/mini';
import type { Bucket } from './bucket.ts';
import { damaged } from './damaged.ts';
import { keys } from './keys.ts';
import { sha256 } from './sha256.ts';

const Count = z.int().check(z.minimum(0));
const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Name = z.string().check(z.minLength(1), z.maxLength(63));

/** A piece of a backup as it lies in storage: compressed, with its size and hash. */
export const Part = z.strictObject({ key: z.string(), bytes: Count, sha256: Sha256 });
export type Part = z.infer<typeof Part>;

export const TableCopy = z.strictObject({
  name: Name,
  columns: z.array(Name),
  rows: Count,
  /** Of the rows as COPY writes them, in the order of their primary key. */
  sha256: Sha256,
  parts: z.array(Part),
});
export type TableCopy = z.infer<typeof TableCopy>;

/** The tables of one snapshot of the database. */
export const TablesManifest = z.strictObject({
  takenAt: z.iso.datetime(),
  release: z.string(),
  /** The version of the schema: every migration that was applied. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: Sha256 })),
  /** Columns, constraints, indexes, triggers, functions, policies and grants, a line each. */
  structure: z.array(z.string()),
  sequences: z.array(z.strictObject({ name: Name, value: z.nullable(Count) })),
  tables: z.array(TableCopy),
  /** The search index is built anew of the database; this says what there was. */
  index: z.strictObject({ households: Count, newestVersion: Count }),
});
export type TablesManifest = z.infer<typeof TablesManifest>;

/** The uploaded files; the list of them lies in parts. */
export const ObjectsManifest = z.strictObject({
  count: Count,
  bytes: Count,
  parts: z.array(z.extend(Part, { count: Count, last: z.string() })),
});
export type ObjectsManifest = z.infer<typeof ObjectsManifest>;

export const Manifest = z.extend(TablesManifest, {
  format: z.literal(1),
  backupId: z.uuid(),
  objects: ObjectsManifest,
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * The manifest of a backup, if it is the one that was written.
 * @param hash as the state of the backup has it
 * @throws PermanentError `backup-damaged`
 */
export async function readManifest(
  backups: Bucket,
  backupId: string,
  hash: string | null,
): Promise<Manifest> {
  const stored = await backups.read(keys.manifest(backupId));
  if (stored === undefined) throw damaged('The manifest is missing');
  if (sha256(stored.body) !== hash) throw damaged('The manifest was changed');
  const manifest = Manifest.parse(JSON.parse(stored.body.toString()));
  if (manifest.backupId !== backupId) throw damaged('The manifest is of another backup');
  return manifest;
}
