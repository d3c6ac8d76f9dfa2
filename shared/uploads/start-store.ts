import type { ClientBase } from 'pg';
import { log } from '#shared/telemetry/log.ts';
import { isFinal, type UploadStatus } from './upload-status.ts';
import type { Run } from './workflow.ts';

/** What is to be started. */
export type Start =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'alone'; readonly run: Run }
  | { readonly kind: 'batch'; readonly batchId: string; readonly runs: readonly Run[] };

const NOTHING: Start = { kind: 'nothing' };

interface Row {
  readonly household_id: string;
  readonly attempt: number;
  readonly status: UploadStatus;
  readonly batch_id: string | null;
  readonly in_batch_run: boolean;
}

/** An upload alone, or with its batch when it was the last that was missing. */
export async function startOf(client: ClientBase, uploadId: string): Promise<Start> {
  const batchId = (await find(client, uploadId))?.batch_id ?? null;
  const startedAt = batchId === null ? null : await lockBatch(client, batchId);
  // Read again: behind the lock another message may have begun the batch.
  const row = await find(client, uploadId);
  if (row === undefined) {
    log.warn('A message names an upload that does not exist', { uploadId });
    return NOTHING;
  }
  if (isFinal(row.status)) {
    // A duplicate may be the last file that its batch waited for.
    return batchId !== null && startedAt === null ? await begin(client, batchId) : NOTHING;
  }
  const { household_id: householdId, attempt } = row;
  const alone: Start = { kind: 'alone', run: { uploadId, householdId, attempt } };
  if (batchId === null || attempt > 1) return alone;
  if (startedAt !== null) return row.in_batch_run ? await runOf(client, batchId) : alone;
  await client.query(
    `update uploads set status = 'queued', updated_at = now() where id = $1 and status = 'awaiting-file'`,
    [uploadId],
  );
  return await begin(client, batchId);
}

/** A batch that has waited long enough, with what has arrived. */
export async function dueBatch(client: ClientBase, batchId: string): Promise<Start> {
  const startedAt = await lockBatch(client, batchId);
  return startedAt === null ? await freeze(client, batchId) : await runOf(client, batchId);
}

/** Begins a batch when none of its files is missing any more. */
async function begin(client: ClientBase, batchId: string): Promise<Start> {
  const { rows } = await client.query(
    `select 1 from uploads where batch_id = $1 and status = 'awaiting-file' limit 1`,
    [batchId],
  );
  return rows.length === 0 ? await freeze(client, batchId) : NOTHING;
}

/** From here on it is settled which uploads the run of a batch has. */
async function freeze(client: ClientBase, batchId: string): Promise<Start> {
  await client.query(
    'update upload_batches set started_at = now() where id = $1 and started_at is null',
    [batchId],
  );
  await client.query(
    `update uploads set in_batch_run = true where batch_id = $1 and attempt = 1 and status = 'queued'`,
    [batchId],
  );
  return await runOf(client, batchId);
}

async function runOf(client: ClientBase, batchId: string): Promise<Start> {
  const { rows } = await client.query<Run & { unfinished: boolean }>(
    `select id as "uploadId", household_id as "householdId", 1 as attempt,
       status not in ('done', 'needs-review', 'failed') as unfinished
     from uploads where batch_id = $1 and in_batch_run order by id`,
    [batchId],
  );
  if (!rows.some(({ unfinished }) => unfinished)) return NOTHING;
  const runs = rows.map(({ uploadId, householdId, attempt }) => ({
    uploadId,
    householdId,
    attempt,
  }));
  return { kind: 'batch', batchId, runs };
}

async function find(client: ClientBase, uploadId: string): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(
    'select household_id, attempt, status, batch_id, in_batch_run from uploads where id = $1',
    [uploadId],
  );
  return rows[0];
}

/** Of two messages about one batch the second waits. @returns when it was started */
async function lockBatch(client: ClientBase, batchId: string): Promise<Date | null> {
  const { rows } = await client.query<{ started_at: Date | null }>(
    'select started_at from upload_batches where id = $1 for update',
    [batchId],
  );
  return rows[0]?.started_at ?? null;
}
