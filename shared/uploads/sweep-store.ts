import type { ClientBase } from 'pg';
import { WAITING } from './reading-turn-store.ts';
import { FINAL, type UploadStatus } from './upload-state.ts';

/** An upload that has not ended, as far as a sweep decides about it. */
export interface UnfinishedUpload {
  readonly id: string;
  readonly household_id: string;
  readonly status: UploadStatus;
  readonly attempt: number;
  readonly updated_at: Date;
  readonly expires_at: Date | null;
  readonly is_waiting: boolean;
}

/** The list stands in the text, as in the partial index; a parameter would keep Postgres from using it. */
const UNFINISHED = `select id, household_id, status, attempt, updated_at, expires_at,
  (${WAITING}) as is_waiting from uploads
  where status not in (${FINAL.map((status) => `'${status}'`).join(', ')})`;

/** The uploads that have stood still longest, each locked by one sweep at a time. */
export async function lockUnfinished(
  client: ClientBase,
  limit: number,
): Promise<UnfinishedUpload[]> {
  const { rows } = await client.query<UnfinishedUpload>(
    `${UNFINISHED} order by updated_at limit $1 for update skip locked`,
    [limit],
  );
  return rows;
}

/** Those of the uploads that have not ended, locked in the same way. */
export async function lockUnfinishedOf(
  client: ClientBase,
  ids: readonly string[],
): Promise<UnfinishedUpload[]> {
  const { rows } = await client.query<UnfinishedUpload>(
    `${UNFINISHED} and id = any($1) for update skip locked`,
    [ids],
  );
  return rows;
}
