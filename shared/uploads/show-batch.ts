import type { Locale } from '#shared/context/locale.ts';
import type { Batch } from './batch.ts';
import type { StoredBatch } from './batch-store.ts';
import { showUpload } from './show-upload.ts';
import { isFinal } from './upload-state.ts';

/** A batch as the API shows it: how many came to which end, and each upload. */
export function showBatch(batch: StoredBatch, locale: Locale): Batch {
  const { id, started_at: startedAt, created_at: createdAt, uploads } = batch;
  const ended = uploads.every(({ status }) => isFinal(status));
  const own = uploads.filter(({ duplicate_of }) => duplicate_of === null);
  const count = (status: string) => own.filter((upload) => upload.status === status).length;
  return {
    batchId: id,
    status: ended ? 'ended' : startedAt === null ? 'waiting' : 'running',
    counts: {
      done: count('done'),
      needsReview: count('needs-review'),
      failed: count('failed'),
      underWay: own.filter(({ status }) => !isFinal(status)).length,
      duplicates: uploads.length - own.length,
    },
    uploads: uploads.map((upload) => showUpload(upload, locale)),
    createdAt: createdAt.toISOString(),
  };
}
