import { step } from '#shared/entry/step.ts';
import { readCause } from '#shared/errors/step-failure.ts';
import { endReading } from '#shared/uploads/end-reading.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { transition } from '#shared/uploads/upload-store.ts';
import { FailedRun } from '#shared/uploads/workflow.ts';

/** The workflow gave up: the upload records why; file and readings stay for another try. */
export const handler = step(FailedRun, async (run) => {
  const { code } = readCause(run.error.Cause);
  const problem = problemOf(code);
  await endReading(run, (client) => transition(client, run, 'failed', { problem }));
  return { uploadId: run.uploadId, code };
});
