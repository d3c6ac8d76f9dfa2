import { withWorker } from '#shared/database/with-household.ts';
import { claimBytes } from './claim-bytes.ts';
import { lacksHash } from './same-bytes-store.ts';
import { startOfBatch, startOfUpload } from './start.ts';
import type { StartCommand } from './start-message.ts';
import type { UploadStorage } from './upload-storage.ts';
import type { Run } from './workflow.ts';

/** What starts workflows. A name starts once: the same one again is no error and no second run. */
export interface Workflows {
  startReceiptWorkflow(name: string, run: Run): Promise<void>;
  startBatchWorkflow(name: string, input: { readonly runs: readonly Run[] }): Promise<void>;
}

/**
 * Starts what a message asks for (worker role). Of an upload that has ended, or does not exist,
 * nothing is started: messages come twice and late. What is started has a name that starts once, so
 * a message that comes again after a crash repeats what was decided and adds nothing.
 */
export async function startReading(
  command: StartCommand,
  storage: Pick<UploadStorage, 'readObject'>,
  workflows: Workflows,
): Promise<void> {
  if (command.kind === 'arrived') {
    const { uploadId, key } = command;
    if (await withWorker((client) => lacksHash(client, uploadId))) {
      const bytes = await storage.readObject(key);
      await withWorker((client) => claimBytes(client, uploadId, bytes));
    }
  }
  const start = await withWorker((client) =>
    command.kind === 'batch'
      ? startOfBatch(client, command.batchId)
      : startOfUpload(client, command.uploadId),
  );
  if (start.kind === 'alone') {
    const { uploadId, attempt } = start.run;
    await workflows.startReceiptWorkflow(`${uploadId}-${attempt}`, start.run);
  } else if (start.kind === 'batch') {
    await workflows.startBatchWorkflow(start.batchId, { runs: start.runs });
  }
}
