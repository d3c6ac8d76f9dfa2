/** Of an id without dashes; with what stands before it, less than the 63 bytes of a name. */
const of = (backupId: string) => backupId.replaceAll('-', '');

/** The schema that functions work in. */
export const LIVE = 'public';

/** Where a backup is loaded to take the place of the live one. */
export const loadedSchema = (backupId: string) => `loaded_${of(backupId)}`;

/** Where it is loaded to be compared and dropped. */
export const checkedSchema = (backupId: string) => `checked_${of(backupId)}`;

/** The live one of before a restore, until the restore is confirmed. */
export const keptSchema = (backupId: string) => `before_${of(backupId)}`;
