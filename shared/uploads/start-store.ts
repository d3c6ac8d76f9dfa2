import type { ClientBase } from 'pg';
import type { UploadStatus } from './upload-state.ts';
import type { Run } from './workflow.ts';

/** What decides how an upload is started. */
export interface StartRow {
  readonly household_id: string;
  readonly attempt: number;
  readonly status: UploadStatus;
  readonly batch_id: string | null;
  readonly in_batch_run: boolean;
}

export async function findStart(
  client: ClientBase,
  uploadId: string,
): Promise<StartRow | undefined> {
  const { rows } = await client.query<StartRow>(
    'select household_id, attempt, status, batch_id, in_batch_run from uploads where id = $1',
    [uploadId],
  );
  return rows[0];
}

/** Of two messages about one batch the second waits. @returns when it was started */
export async function lockBatch(client: ClientBase, batchId: string): Promise<Date | null> {
  const { rows } = await client.query<{ started_at: Date | null }>(
    'select started_at from upload_batches where id = $1 for update',
    [batchId],
  );
  return rows[0]?.started_at ?? null;
}

export async function markBatchStarted(client: ClientBase, batchId: string): Promise<void> {
  await client.query(
    'update upload_batches set started_at = now() where id = $1 and started_at is null',
    [batchId],
  );
}

/** Whether a file of the batch has not come yet. */
export async function awaitsFile(client: ClientBase, batchId: string): Promise<boolean> {
  const { rows } = await client.query(
    'select 1 from uploads where batch_id = $1 and status = $2 limit 1',
    [batchId, 'awaiting-file' satisfies UploadStatus],
  );
  return rows.length > 0;
}

/** The uploads that are read in the run of a batch: their first attempts, in the order of ids. */
export async function runsOfBatch(
  client: ClientBase,
  batchId: string,
): Promise<{ readonly run: Run; readonly status: UploadStatus }[]> {
  const { rows } = await client.query<StartRow & { readonly id: string }>(
    `select id, household_id, status from uploads where batch_id = $1 and in_batch_run order by id`,
    [batchId],
  );
  return rows.map(({ id, household_id: householdId, status }) => ({
    run: { uploadId: id, householdId, attempt: 1 },
    status,
  }));
}
