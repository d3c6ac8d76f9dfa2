import type { ClientBase } from 'pg';
import { ORIGINALS, TRANSITIONS } from './upload-state.ts';

/** Whether an upload is still without the hash of its bytes: they went straight to storage. */
export async function lacksHash(client: ClientBase, uploadId: string): Promise<boolean> {
  const { rows } = await client.query<{ lacks: boolean }>(
    `select sha256 is null and duplicate_of is null and status = any($2) as lacks
     from uploads where id = $1`,
    [uploadId, TRANSITIONS.duplicateFound.from],
  );
  return rows[0]?.lacks ?? false;
}

/** Of two transactions with the same bytes the second waits here, and then sees the first. */
export async function lockHash(client: ClientBase, sha256: Buffer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended(encode($1, $2), 0))', [
    sha256,
    'hex',
  ]);
}

/** The household's earlier upload of the same bytes. One that failed is no reason not to read these. */
export async function findOriginal(
  client: ClientBase,
  uploadId: string,
  sha256: Buffer,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `select original.id from uploads u join uploads original using (household_id)
     where u.id = $1 and original.id <> u.id and original.sha256 = $2 and original.status = any($3)`,
    [uploadId, sha256, ORIGINALS],
  );
  return rows[0]?.id;
}
