import type { PoolClient } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';
import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { problemOf } from './problems.ts';
import { decide } from './sweep.ts';
import type { UploadStatus } from './upload-status.ts';

interface Row {
  readonly id: string;
  readonly household_id: string;
  readonly status: UploadStatus;
  readonly attempt: number;
  readonly updated_at: Date;
  readonly expires_at: Date | null;
}

/** Finds uploads that stand still and goes on with them or ends them with a reason (worker role). */
export async function sweepUploads(
  now: Date = new Date(),
): Promise<{ again: number; failed: number }> {
  const counts = await withWorker(async (client) => {
    const { rows } = await client.query<Row>(
      `select id, household_id, status, attempt, updated_at, expires_at from uploads
       where status not in ('done', 'needs-review', 'failed')
       order by updated_at limit 500 for update skip locked`,
    );
    const done = { again: 0, failed: 0 };
    for (const row of rows) await sweepOne(client, row, now, done);
    return done;
  });
  if (counts.again > 0) await relayOutbox();
  return counts;
}

async function sweepOne(
  client: PoolClient,
  row: Row,
  now: Date,
  done: { again: number; failed: number },
): Promise<void> {
  const { id, status, attempt, updated_at: updatedAt, expires_at: expiresAt } = row;
  const decision = decide({ status, attempt, updatedAt, expiresAt }, now);
  if (decision.kind === 'fail') {
    await client.query(
      `update uploads set status = 'failed', problem = $2, updated_at = now() where id = $1`,
      [id, JSON.stringify(problemOf(decision.code))],
    );
    done.failed += 1;
  } else if (decision.kind === 'again') {
    const next = attempt + 1;
    await client.query(
      `update uploads set status = 'queued', attempt = $2, updated_at = now() where id = $1`,
      [id, next],
    );
    await enqueue(client, 'receipt.requested', {
      uploadId: id,
      householdId: row.household_id,
      attempt: next,
    });
    done.again += 1;
  }
}
