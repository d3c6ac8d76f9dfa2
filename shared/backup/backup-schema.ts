import * as z from 'zod/mini';
import { Instant } from '#shared/schemas/instant.ts';
import { BackupStatus, RestoreStatus } from './backup-state.ts';

const Count = z.int().check(z.minimum(0));

/** A backup as the API shows it. */
export const Backup = z.object({
  id: z.uuid(),
  status: BackupStatus,
  startedAt: Instant,
  finishedAt: z.nullable(Instant),
  verifiedAt: z.nullable(Instant),
  checkedAt: z.nullable(Instant),
  /** In bytes. */
  size: Count,
  tables: z.array(z.object({ name: z.string(), rows: Count, checksum: z.string() })),
  objects: Count,
  /** Null for one that the next backup removes, or that never verified. */
  retention: z.nullable(z.enum(['daily', 'weekly', 'monthly'])),
  problem: z.nullable(z.string()),
  restore: z.nullable(z.object({ status: RestoreStatus, at: Instant })),
});
export type Backup = z.infer<typeof Backup>;

export const BackupList = z.object({ items: z.array(Backup), next: z.null() });

/** A workflow was started for this backup. */
export const StartedBackup = z.object({ backupId: z.uuid() });

/** The id once more: what is there now is replaced. */
export const RestoreConfirmation = z.strictObject({ confirm: z.string().check(z.maxLength(100)) });
