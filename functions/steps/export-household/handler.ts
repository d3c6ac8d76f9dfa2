import { openBucket } from '#shared/clients/bucket.ts';
import { streamTo } from '#shared/clients/multipart.ts';
import { step } from '#shared/entry/step.ts';
import { ENV } from '#shared/env.ts';
import { ExportInput } from '#shared/household-export/export-run.ts';
import { exportStep, failExport } from '#shared/household-export/export-step.ts';

const storage = {
  ...openBucket(ENV.uploadsBucket),
  writeStream: streamTo(ENV.uploadsBucket),
};

/** Writes the next archive of an export, or, after a failure, says that there will be none. */
export const handler = step(ExportInput, async (run) =>
  'error' in run ? await failExport(run) : await exportStep(run, storage),
);
