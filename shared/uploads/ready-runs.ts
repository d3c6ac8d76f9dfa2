import type { ClientBase } from 'pg';
import { joinTrace } from '#shared/telemetry/invocation-trace.ts';
import { log } from '#shared/telemetry/log.ts';
import { readTraceContext } from '#shared/telemetry/trace-context.ts';
import { awaitsFile, findReady, lockBatch, markBatchStarted, runsOfBatch } from './ready-store.ts';
import { isFinal } from './upload-state.ts';
import { transition } from './upload-store.ts';
import type { Run } from './workflow.ts';

/**
 * What may be read now that a message named an upload: it alone, or with its batch when it was the last
 * that was missing. Of an upload that has ended, or does not exist, nothing: messages come twice and late.
 */
export async function readyWithUpload(
  client: ClientBase,
  uploadId: string,
): Promise<readonly Run[]> {
  const batchId = (await findReady(client, uploadId))?.batch_id ?? null;
  const startedAt = batchId === null ? null : await lockBatch(client, batchId);
  // Read again: behind the lock another message may have begun the batch.
  const row = await findReady(client, uploadId);
  if (row === undefined) {
    log.warn('A message names an upload that does not exist', { uploadId });
    return [];
  }
  joinTrace(readTraceContext(row.trace)); // an event of S3 knows of no request
  const isOpen = batchId !== null && startedAt === null;
  if (!isFinal(row.status)) {
    await transition(client, { uploadId }, 'fileStored');
    const { household_id: householdId, attempt } = row;
    if (!isOpen || attempt > 1) return [{ uploadId, householdId, attempt }];
  }
  // A duplicate, too, may be the last file that its batch waited for.
  if (!isOpen || (await awaitsFile(client, batchId))) return [];
  return await beginBatch(client, batchId);
}

/** A batch that has waited long enough, with what has arrived. What comes later is read alone. */
export async function readyOfBatch(client: ClientBase, batchId: string): Promise<readonly Run[]> {
  return (await lockBatch(client, batchId)) === null ? await beginBatch(client, batchId) : [];
}

async function beginBatch(client: ClientBase, batchId: string): Promise<readonly Run[]> {
  await markBatchStarted(client, batchId);
  return await runsOfBatch(client, batchId);
}
