import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';
import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { look } from './look.ts';
import { problemOf } from './problems.ts';
import { decide, type SweepDecision } from './sweep.ts';
import type { UploadStatus } from './upload-status.ts';

interface Row {
  readonly id: string;
  readonly household_id: string;
  readonly status: UploadStatus;
  readonly attempt: number;
  readonly updated_at: Date;
  readonly expires_at: Date | null;
}

/** Uploads that have not ended, each taken by one sweep at a time. */
const UNENDED = `select id, household_id, status, attempt, updated_at, expires_at from uploads
  where status not in ('done', 'needs-review', 'failed')`;
const LOCKED = 'for update skip locked';

/** Finds uploads that stand still and goes on with them or ends them with a reason (worker role). */
export async function sweepUploads(
  now: Date = new Date(),
): Promise<{ again: number; failed: number }> {
  const kinds = await withWorker(async (client) => {
    const { rows } = await client.query<Row>(`${UNENDED} order by updated_at limit 500 ${LOCKED}`);
    return await sweep(client, rows, now);
  });
  const count = (wanted: SweepDecision['kind']) => kinds.filter((kind) => kind === wanted).length;
  const counts = { again: count('again'), failed: count('fail') };
  if (counts.again > 0) await relayOutbox();
  return counts;
}

/**
 * The same for uploads that should have ended by now; while one has not, a later look follows. So a
 * stuck upload waits minutes for its mending, not for a schedule that must let the database sleep.
 */
export async function lookAfterUploads(
  ids: readonly string[],
  now: Date = new Date(),
): Promise<void> {
  const found = await withWorker(async (client) => {
    const { rows } = await client.query<Row>(`${UNENDED} and id = any($1) ${LOCKED}`, [ids]);
    const kinds = await sweep(client, rows, now);
    const left = rows.filter((_, at) => kinds[at] === 'leave');
    const [first] = left;
    if (first !== undefined) await look(client, first.household_id, left);
    return rows.length;
  });
  if (found > 0) await relayOutbox();
}

async function sweep(client: ClientBase, rows: readonly Row[], now: Date) {
  const kinds: SweepDecision['kind'][] = [];
  for (const row of rows) kinds.push(await sweepOne(client, row, now));
  return kinds;
}

async function sweepOne(client: ClientBase, row: Row, now: Date): Promise<SweepDecision['kind']> {
  const { id, household_id: householdId, status, attempt } = row;
  const { updated_at: updatedAt, expires_at: expiresAt } = row;
  const decision = decide({ status, attempt, updatedAt, expiresAt }, now);
  if (decision.kind === 'fail') {
    await client.query(
      `update uploads set status = 'failed', problem = $2, updated_at = now() where id = $1`,
      [id, JSON.stringify(problemOf(decision.code))],
    );
  } else if (decision.kind === 'again') {
    const next = attempt + 1;
    await client.query(
      `update uploads set status = 'queued', attempt = $2, updated_at = now() where id = $1`,
      [id, next],
    );
    await enqueue(client, 'receipt.requested', { uploadId: id, householdId, attempt: next });
    await look(client, householdId, [row]);
  }
  return decision.kind;
}
