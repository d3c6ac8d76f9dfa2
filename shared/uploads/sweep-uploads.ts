import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';
import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { problemOf } from './problems.ts';
import { scheduleStuckCheck } from './schedule-stuck-check.ts';
import { decideSweep, type SweepDecision } from './sweep.ts';
import { lockUnfinished, lockUnfinishedOf, type UnfinishedUpload } from './sweep-store.ts';
import { transition } from './upload-store.ts';

const MAX_UPLOADS = 500;

/** Finds uploads that stand still and goes on with them or ends them with a reason (worker role). */
export async function sweepUploads(
  now: Date = new Date(),
): Promise<{ again: number; failed: number }> {
  const kinds = await withWorker(async (client) =>
    sweep(client, await lockUnfinished(client, MAX_UPLOADS), now),
  );
  const count = (wanted: SweepDecision['kind']) => kinds.filter((kind) => kind === wanted).length;
  const counts = { again: count('again'), failed: count('fail') };
  if (counts.again + counts.failed > 0) await relayOutbox();
  return counts;
}

/**
 * The same for uploads that should have ended by now; while one has not, a later check follows. So a
 * stuck upload waits minutes for its next attempt, not for a schedule that must let the database sleep.
 */
export async function recheckUploads(
  ids: readonly string[],
  now: Date = new Date(),
): Promise<void> {
  const found = await withWorker(async (client) => {
    const uploads = await lockUnfinishedOf(client, ids);
    const kinds = await sweep(client, uploads, now);
    const left = uploads.filter((_, at) => kinds[at] === 'leave');
    const [first] = left;
    if (first !== undefined) await scheduleStuckCheck(client, first.household_id, left);
    return uploads.length;
  });
  if (found > 0) await relayOutbox();
}

async function sweep(client: ClientBase, uploads: readonly UnfinishedUpload[], now: Date) {
  const kinds: SweepDecision['kind'][] = [];
  for (const upload of uploads) kinds.push(await sweepOne(client, upload, now));
  return kinds;
}

async function sweepOne(
  client: ClientBase,
  upload: UnfinishedUpload,
  now: Date,
): Promise<SweepDecision['kind']> {
  const { id, household_id: householdId, status, attempt } = upload;
  const { updated_at: updatedAt, expires_at: expiresAt, is_waiting: isWaiting } = upload;
  const decision = decideSweep({ status, attempt, updatedAt, expiresAt, isWaiting }, now);
  const current = { uploadId: id, attempt };
  if (decision.kind === 'fail') {
    await transition(client, current, 'failed', { problem: problemOf(decision.code) });
    await enqueue(client, 'reading.ended', { readingEnded: id, householdId });
  } else if (decision.kind === 'again') {
    const next = await transition(client, current, 'restarted');
    if (next === undefined) throw new Error(`The locked upload ${id} could not be restarted`);
    await enqueue(client, 'receipt.requested', { uploadId: id, householdId, attempt: next });
    await scheduleStuckCheck(client, householdId, [upload]);
  }
  return decision.kind;
}
