import * as z from 'zod/mini';
import { Instant } from '#shared/schemas/instant.ts';
import { DirectUpload, NewUpload, Upload } from './upload.ts';

/** As many as a person selects in one go; the limit of an hour is a little above it. */
export const MAX_BATCH = 50;

export const NewBatch = z.strictObject({
  files: z.array(NewUpload).check(z.minLength(1), z.maxLength(MAX_BATCH)),
});
export type NewBatch = z.infer<typeof NewBatch>;

/** Where to put each file, in the order they were named. */
export const PresignedBatch = z.object({
  batchId: z.uuid(),
  location: z.string(),
  files: z.array(DirectUpload),
});

export const Batch = z.object({
  batchId: z.uuid(),
  /** `ended` when every file has, whatever became of it. */
  status: z.enum(['waiting', 'running', 'ended']),
  counts: z.object({
    done: z.number(),
    needsReview: z.number(),
    failed: z.number(),
    underWay: z.number(),
    duplicates: z.number(),
  }),
  uploads: z.array(Upload),
  createdAt: Instant,
});
export type Batch = z.infer<typeof Batch>;
