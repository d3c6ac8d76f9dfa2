import { openBucket } from '#shared/clients/bucket.ts';
import { eraseFrom } from '#shared/clients/object-versions.ts';
import { deleteKeys } from '#shared/clients/redis.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';
import { ErasureRun } from '#shared/household-erasure/erasure-run.ts';
import { erasureStep } from '#shared/household-erasure/erasure-step.ts';

const backups = openBucket(ENV.backupsBucket);
const eraseFiles = eraseFrom(ENV.uploadsBucket);
const eraseIndex = eraseFrom(ENV.indexBucket);
/** Enough for a page of a thousand files, or a statement. */
const RESERVE_MS = 60_000;

/** Erases a household until its time is up; the workflow calls it again until it is done. */
export const handler = step(ErasureRun, async (run, limit) => {
  const end = limit.nears(RESERVE_MS);
  return await erasureStep(run, {
    backups,
    eraseFiles,
    eraseIndex,
    deleteKeys,
    now: () => new Date(),
    isTimeUp: () => end.aborted,
  });
});
