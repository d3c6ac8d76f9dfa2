import * as z from 'zod/mini';

/**
 * What a workflow is asked for: to make a backup; to check one byte by byte and load it beside the live
 * data; to do that and put it in their place; to drop what was kept of before, or to go back to it.
 */
export const BackupAction = z.enum(['backup', 'check', 'restore', 'confirm', 'undo']);
export type BackupAction = z.infer<typeof BackupAction>;

/** What travels from step to step. */
export const BackupRun = z.object({
  backupId: z.uuid(),
  action: BackupAction,
  /** The piece of the list of files that a step which is called again begins with. */
  part: z._default(z.int().check(z.minimum(0)), 0),
  /** Whether the step before has nothing left to do. */
  done: z._default(z.boolean(), false),
});
export type BackupRun = z.infer<typeof BackupRun>;

export const FailedBackupRun = z.extend(BackupRun, { error: z.object({ Cause: z.string() }) });
export type FailedBackupRun = z.infer<typeof FailedBackupRun>;

/** The run for the next call of the same step, or for the next step. @param part undefined: it has ended */
export function goOn(run: BackupRun, part: number | undefined): BackupRun {
  return { ...run, part: part ?? 0, done: part === undefined };
}
