import { withWorker } from '#shared/database/with-household.ts';
import { claimBytes } from './claim-bytes.ts';
import { readyOfBatch, readyWithUpload } from './ready-runs.ts';
import { lacksHash } from './same-bytes-store.ts';
import type { LineCommand } from './start-message.ts';
import type { UploadStorage } from './upload-storage.ts';
import { joinLine } from './upload-store.ts';

/**
 * Puts what a message names into the line of its household (worker role). A message that comes again
 * finds it there, or past it, and adds nothing.
 */
export async function lineUp(
  command: LineCommand,
  storage: Pick<UploadStorage, 'readObject'>,
): Promise<void> {
  if (command.kind === 'arrived') {
    const { uploadId, key } = command;
    if (await withWorker((client) => lacksHash(client, uploadId))) {
      const bytes = await storage.readObject(key);
      await withWorker((client) => claimBytes(client, uploadId, bytes));
    }
  }
  await withWorker(async (client) => {
    const runs =
      command.kind === 'batch'
        ? await readyOfBatch(client, command.batchId)
        : await readyWithUpload(client, command.uploadId);
    for (const run of runs) await joinLine(client, run);
  });
}
