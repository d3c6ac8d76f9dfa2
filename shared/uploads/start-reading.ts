import { startReceiptWorkflow } from '#shared/clients/states.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { log } from '#shared/entry/log.ts';
import { isFinal, type UploadStatus } from './upload-status.ts';

interface Row {
  readonly household_id: string;
  readonly attempt: number;
  readonly status: UploadStatus;
}

/**
 * Starts the workflow for an upload's present attempt (worker role). Of an upload that has ended, or
 * that nobody knows, nothing is started: messages come twice and late.
 */
export async function startReading(uploadId: string): Promise<void> {
  const row = await withWorker(async (client) => {
    const { rows } = await client.query<Row>(
      'select household_id, attempt, status from uploads where id = $1',
      [uploadId],
    );
    return rows[0];
  });
  if (row === undefined) {
    log.warn('A message names an upload that does not exist', { uploadId });
    return;
  }
  if (isFinal(row.status)) return;
  const { household_id: householdId, attempt } = row;
  await startReceiptWorkflow(`${uploadId}-${attempt}`, { uploadId, householdId, attempt });
}
