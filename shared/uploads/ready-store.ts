import type { ClientBase } from 'pg';
import type { UploadStatus } from './upload-state.ts';
import type { Run } from './workflow.ts';

/** What decides whether an upload may be read. */
export interface ReadyRow {
  readonly household_id: string;
  readonly attempt: number;
  readonly status: UploadStatus;
  readonly batch_id: string | null;
  /** The request that sent it, as it was stored. */
  readonly trace: unknown;
}

export async function findReady(
  client: ClientBase,
  uploadId: string,
): Promise<ReadyRow | undefined> {
  const { rows } = await client.query<ReadyRow>(
    'select household_id, attempt, status, batch_id, trace from uploads where id = $1',
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

/** The first attempts of a batch whose files are there, in the order in which they were named. */
export async function runsOfBatch(client: ClientBase, batchId: string): Promise<Run[]> {
  const { rows } = await client.query<{ id: string; household_id: string }>(
    `select id, household_id from uploads
     where batch_id = $1 and attempt = 1 and status = $2 order by id`,
    [batchId, 'queued' satisfies UploadStatus],
  );
  return rows.map(({ id, household_id: householdId }) => ({
    uploadId: id,
    householdId,
    attempt: 1,
  }));
}
