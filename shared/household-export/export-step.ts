import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import { uploadKey } from '#shared/uploads/upload.ts';
import { dataEntries } from './archive-contents.ts';
import { archiveKey, type ExportRun, type FailedExportRun } from './export-run.ts';
import * as store from './export-store.ts';
import { fileEntry, namedFiles, nextFiles } from './file-entries.ts';
import { stayInTransaction, uploadedFiles } from './uploaded-files-store.ts';
import { type ArchiveEntry, zipArchive } from './zip-archive.ts';

/** Of uploaded files: what one invocation writes in minutes, and a person downloads in one go. */
const ARCHIVE_BYTES = 1024 ** 3;

interface Sources {
  readonly storage: ExportStorage;
  /** Sizes of files by id. */
  readonly stored: ReadonlyMap<string, number>;
  readonly archiveBytes: number;
}

/** What an export needs of the object storage. */
export interface ExportStorage {
  read(key: string): Promise<{ readonly body: Buffer } | undefined>;
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly size: number }>;
  /** @returns the size */
  writeStream(key: string, contents: AsyncIterable<Buffer>, contentType: string): Promise<number>;
}

/**
 * Writes one archive: the first has the data, all of one moment, and as many files as fit; the next ones
 * have the files that follow. Run again, it writes over what it wrote.
 */
export async function exportStep(
  run: ExportRun,
  storage: ExportStorage,
  archiveBytes = ARCHIVE_BYTES,
): Promise<ExportRun> {
  const stored = await storedSizes(run, storage);
  const written = await withHousehold(
    run,
    (client) => writeArchive(client, run, { storage, stored, archiveBytes }),
    { snapshot: true },
  );
  // Ended by an erasure, or by an attempt before this one.
  if (written === undefined) return { ...run, done: true };
  const { archives, filesTotal, last, done } = written;
  await withHousehold(run, (client) =>
    store.noteArchives(client, run.exportId, archives, { filesTotal, done }),
  );
  return { ...run, part: run.part + 1, after: last, done };
}

/** The workflow gave up. */
export async function failExport(run: FailedExportRun): Promise<ExportRun> {
  await withHousehold(run, (client) => store.noteFailure(client, run.exportId));
  return { ...run, done: true };
}

interface Written {
  readonly archives: readonly store.StoredArchive[];
  readonly filesTotal: number;
  readonly last: string | null;
  readonly done: boolean;
}

async function writeArchive(
  client: ClientBase,
  run: ExportRun,
  { storage, stored, archiveBytes }: Sources,
): Promise<Written | undefined> {
  const current = await store.findRunning(client, run.exportId);
  if (current === undefined) return undefined;
  const { locale, zone, created_at: at } = current;
  const files = namedFiles(await uploadedFiles(client, at), stored, locale);
  const next = nextFiles(files, run.after, archiveBytes);
  const read = async (id: string) => {
    // The server would end a transaction that asks nothing for as long as files are written.
    await stayInTransaction(client);
    return (await storage.read(uploadKey(run.householdId, id)))?.body;
  };
  const entries: ArchiveEntry[] = next.map((file) => fileEntry(file, read));
  if (run.part === 0) entries.unshift(...(await dataEntries(client, { locale, zone, at })));
  const name = archiveName(at, zone, run.part);
  const zip = zipArchive(entries, at);
  const size = await storage.writeStream(archiveKey(run, name), zip, 'application/zip');
  const last = next.at(-1)?.id ?? run.after;
  return {
    archives: [...current.archives.slice(0, run.part), { name, size, files: next.length }],
    filesTotal: files.length,
    last,
    done: last === (files.at(-1)?.id ?? null),
  };
}

/** `foodsave-2026-11-28.zip`, and `foodsave-2026-11-28-2.zip` behind it. */
function archiveName(at: Date, zone: string, part: number): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
  return `foodsave-${day}${part === 0 ? '' : `-${part + 1}`}.zip`;
}

/** Sizes of the uploaded files of a household, by the id of their upload. */
async function storedSizes(
  { householdId }: ExportRun,
  storage: ExportStorage,
): Promise<Map<string, number>> {
  const prefix = uploadKey(householdId, '');
  const sizes = new Map<string, number>();
  for await (const { key, size } of storage.list(prefix)) sizes.set(key.slice(prefix.length), size);
  return sizes;
}
