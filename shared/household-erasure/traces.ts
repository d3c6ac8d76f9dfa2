import { householdRateKeys } from '#shared/limits/rate-limiter.ts';
import { uploadCountKeys } from '#shared/limits/upload-limit.ts';
import { DATASETS } from '#shared/vector-store/s3-location.ts';

/**
 * First parts of the keys in the bucket of uploads, behind which the household follows. A test compares them
 * with those that the template gives functions access to.
 */
export const FILE_PREFIXES = [
  'uploads',
  'readings',
  'parsed',
  'matched',
  'extracted',
  'exports',
] as const;

/** What every file of the datasets of a household begins with (`datasetName`). */
export function indexPrefix(householdId: string): string {
  return `${DATASETS}/${householdId}.`;
}

/** Keys in Redis that name the household: counters of an hour, and of a minute. */
export function counterKeys(householdId: string, now: Date): string[] {
  return [...householdRateKeys(householdId, now), ...uploadCountKeys(householdId, now)];
}
