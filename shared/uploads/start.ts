import type { ClientBase } from 'pg';
import { log } from '#shared/telemetry/log.ts';
import { awaitsFile, findStart, lockBatch, markBatchStarted, runsOfBatch } from './start-store.ts';
import { isFinal } from './upload-state.ts';
import { joinBatchRun, transition } from './upload-store.ts';
import type { Run } from './workflow.ts';

/** What is to be started. */
export type Start =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'alone'; readonly run: Run }
  | { readonly kind: 'batch'; readonly batchId: string; readonly runs: readonly Run[] };

const NOTHING: Start = { kind: 'nothing' };

/** An upload alone, or with its batch when it was the last that was missing. */
export async function startOfUpload(client: ClientBase, uploadId: string): Promise<Start> {
  const batchId = (await findStart(client, uploadId))?.batch_id ?? null;
  const startedAt = batchId === null ? null : await lockBatch(client, batchId);
  // Read again: behind the lock another message may have begun the batch.
  const row = await findStart(client, uploadId);
  if (row === undefined) {
    log.warn('A message names an upload that does not exist', { uploadId });
    return NOTHING;
  }
  if (isFinal(row.status)) {
    // A duplicate may be the last file that its batch waited for.
    return batchId !== null && startedAt === null
      ? await beginIfComplete(client, batchId)
      : NOTHING;
  }
  const { household_id: householdId, attempt } = row;
  const alone: Start = { kind: 'alone', run: { uploadId, householdId, attempt } };
  if (batchId === null || attempt > 1) return alone;
  if (startedAt !== null) return row.in_batch_run ? await runOf(client, batchId) : alone;
  await transition(client, { uploadId }, 'fileStored');
  return await beginIfComplete(client, batchId);
}

/** A batch that has waited long enough, with what has arrived. */
export async function startOfBatch(client: ClientBase, batchId: string): Promise<Start> {
  const startedAt = await lockBatch(client, batchId);
  return startedAt === null ? await begin(client, batchId) : await runOf(client, batchId);
}

async function beginIfComplete(client: ClientBase, batchId: string): Promise<Start> {
  return (await awaitsFile(client, batchId)) ? NOTHING : await begin(client, batchId);
}

/** From here on it is fixed which uploads the run of a batch has. */
async function begin(client: ClientBase, batchId: string): Promise<Start> {
  await markBatchStarted(client, batchId);
  await joinBatchRun(client, batchId);
  return await runOf(client, batchId);
}

/** The run of a batch, unless all of its uploads have ended. */
async function runOf(client: ClientBase, batchId: string): Promise<Start> {
  const uploads = await runsOfBatch(client, batchId);
  if (uploads.every(({ status }) => isFinal(status))) return NOTHING;
  return { kind: 'batch', batchId, runs: uploads.map(({ run }) => run) };
}
