import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** Whether an upload is still without the hash of its bytes: they went straight to storage. */
export async function lacksHash(client: ClientBase, uploadId: string): Promise<boolean> {
  const { rows } = await client.query<{ lacks: boolean }>(
    `select sha256 is null and duplicate_of is null and status in ('awaiting-file', 'queued') as lacks
     from uploads where id = $1`,
    [uploadId],
  );
  return rows[0]?.lacks ?? false;
}

/**
 * Notes the bytes of an upload, or, when the household sent them before, that it is done as a
 * duplicate of that one. An earlier one that failed is no reason not to read these.
 */
export async function claimBytes(
  client: ClientBase,
  uploadId: string,
  bytes: Buffer,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest();
  // Two uploads of the same bytes at once: the second waits here and then sees the first.
  await client.query('select pg_advisory_xact_lock(hashtextextended(encode($1, $2), 0))', [
    sha256,
    'hex',
  ]);
  const { rowCount } = await client.query(
    `update uploads u set status = 'done', duplicate_of = first.id, updated_at = now()
     from uploads first
     where u.id = $1 and first.household_id = u.household_id and first.sha256 = $2
       and first.id <> u.id and first.status <> 'failed' and u.status in ('awaiting-file', 'queued')`,
    [uploadId, sha256],
  );
  if (rowCount === 1) return;
  // The hash is unique within a household: it moves to the upload that later copies will duplicate.
  await client.query(
    `update uploads failed set sha256 = null from uploads u
     where u.id = $1 and failed.household_id = u.household_id and failed.sha256 = $2
       and failed.id <> u.id and failed.status = 'failed'`,
    [uploadId, sha256],
  );
  await client.query(
    `update uploads u set sha256 = $2
     where id = $1 and not exists (select from uploads other
       where other.household_id = u.household_id and other.sha256 = $2)`,
    [uploadId, sha256],
  );
}
