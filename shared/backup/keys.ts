/** Where everything of a backup lies in the bucket of backups. */
export const keys = {
  backups: 'backups/',
  folder: (backupId: string) => `backups/${backupId}/`,
  state: (backupId: string) => `backups/${backupId}/state.json`,
  manifest: (backupId: string) => `backups/${backupId}/manifest.json`,
  /** What the manifest is put together from. */
  tables: (backupId: string) => `backups/${backupId}/tables.json`,
  objects: (backupId: string) => `backups/${backupId}/objects.json`,
  tablePart: (backupId: string, table: string, part: number) =>
    `backups/${backupId}/tables/${table}/${String(part).padStart(6, '0')}.gz`,
  objectPart: (backupId: string, part: number) =>
    `backups/${backupId}/objects/${String(part).padStart(6, '0')}.gz`,
  /** Households that were erased, which no restore brings back. */
  erased: 'erased/',
  /** An uploaded file, once for all backups that have it. */
  copies: 'objects/',
  copy: (sha256: string) => `objects/${sha256}`,
};

/** Uploaded files in the bucket of uploads. What steps made of them is made again. */
export const ORIGINALS = 'uploads/';
