import type { ClientBase } from 'pg';
import { UNFINISHED } from '#shared/uploads/upload-state.ts';
import { UNTOUCHED_CUT_OFF } from '#shared/uploads/upload-store.ts';
import type { Run } from '#shared/uploads/workflow.ts';
import { promoteDuplicate } from './duplicate-store.ts';

/**
 * Makes room for what a later attempt read: removes the receipt that an earlier one was cut off at,
 * unless somebody has touched it. A run that has ended removes nothing, so running twice is once.
 */
export async function removeCutOff(client: ClientBase, run: Run): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select r.id from receipts r join uploads u on u.id = r.upload_id
     where u.id = $1 and u.attempt = $2 and u.status = any($3) and ${UNTOUCHED_CUT_OFF}
     for update of r`,
    [run.uploadId, run.attempt, UNFINISHED],
  );
  const id = rows[0]?.id;
  if (id === undefined) return;
  await promoteDuplicate(client, id);
  await client.query('delete from receipts where id = $1', [id]);
}
