import type { MultipartStore } from './multipart-store.ts';
import type { ObjectStore } from './object-store.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Applies the lifecycle of every bucket: what is due at `now` is gone afterwards. */
export function applyLifecycle(objects: ObjectStore, multipart: MultipartStore, now: number): void {
  for (const bucket of objects.bucketNames()) {
    for (const rule of objects.bucket(bucket).lifecycle) {
      const { prefix, expireAfterDays, abortMultipartAfterDays } = rule;
      if (expireAfterDays !== undefined) {
        const due = [...objects.list(bucket, prefix, '')].filter(
          ({ modifiedAt }) => dueAt(modifiedAt, expireAfterDays) <= now,
        );
        for (const { key } of due) objects.expire(bucket, key);
      }
      if (abortMultipartAfterDays !== undefined) {
        const due = multipart
          .open(bucket)
          .filter(({ upload }) => upload.key.startsWith(prefix))
          .filter(({ upload }) => dueAt(upload.startedAt, abortMultipartAfterDays) <= now);
        for (const { id } of due) multipart.end(id);
      }
    }
  }
}

/** S3 counts the days and then waits for the next midnight UTC. */
function dueAt(startedAt: number, days: number): number {
  return Math.ceil((startedAt + days * DAY_MS) / DAY_MS) * DAY_MS;
}

/** Applies it now and every hour. @returns what ends that */
export function keepLifecycle(objects: ObjectStore, multipart: MultipartStore): () => void {
  const apply = () => applyLifecycle(objects, multipart, Date.now());
  apply();
  const timer = setInterval(apply, HOUR_MS);
  return () => clearInterval(timer);
}
