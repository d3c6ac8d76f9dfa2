import * as z from 'zod/mini';
import { Instant } from '#shared/schemas/instant.ts';

const Count = z.int().check(z.minimum(0));

/** `expired`: a week later its archives are removed. */
export const ExportStatus = z.enum(['running', 'done', 'failed', 'expired']);
export type ExportStatus = z.infer<typeof ExportStatus>;

/** A zip file of an export; photographs that do not fit into the first one are in those that follow. */
export const ExportArchive = z.object({
  name: z.string(),
  /** In bytes. */
  size: Count,
  /** Downloads it, without a token, for a quarter of an hour; asking for the export again gives another. */
  url: z.url(),
});

/** What a household takes along, as the API shows it. */
export const HouseholdExport = z.object({
  exportId: z.uuid(),
  status: ExportStatus,
  /** Uploaded files: photographs of receipts, and documents. */
  files: z.object({ written: Count, of: Count }),
  archives: z.array(ExportArchive),
  startedAt: Instant,
  expiresAt: Instant,
});
export type HouseholdExport = z.infer<typeof HouseholdExport>;
