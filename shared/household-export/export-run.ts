import * as z from 'zod/mini';

/** What travels through the workflow of an export. */
export const ExportRun = z.object({
  action: z.literal('export'),
  householdId: z.uuid(),
  exportId: z.uuid(),
  /** The archive that is next, from 0, and the file behind which it begins. */
  part: z._default(z.int().check(z.minimum(0)), 0),
  after: z._default(z.nullable(z.uuid()), null),
  /** Whether all are written. */
  done: z._default(z.boolean(), false),
});
export type ExportRun = z.infer<typeof ExportRun>;

export const FailedExportRun = z.extend(ExportRun, { error: z.object({ Cause: z.string() }) });
export type FailedExportRun = z.infer<typeof FailedExportRun>;

/** Where an archive lies in the bucket of uploads. */
export function archiveKey(
  { householdId, exportId }: Pick<ExportRun, 'householdId' | 'exportId'>,
  name: string,
): string {
  return `exports/${householdId}/${exportId}/${name}`;
}

/** What the step is called with. */
export const ExportInput = z.union([FailedExportRun, ExportRun]);
