import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import type { UploadProblem } from './upload.ts';
import { UNFINISHED, type UploadStatus } from './upload-status.ts';

/** A row of `uploads` with the receipt it became. */
export interface StoredUpload {
  readonly id: string;
  readonly kind: 'receipt' | 'document';
  readonly status: UploadStatus;
  readonly attempt: number;
  readonly content_type: string;
  readonly problem: UploadProblem | null;
  /** Of the earlier upload where this one has the same bytes. */
  readonly receipt_id: string | null;
  readonly duplicate_of: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const SELECT = `select u.id, u.kind, u.status, u.attempt, u.content_type, u.problem,
  r.id as receipt_id, u.duplicate_of, u.created_at, u.updated_at
  from uploads u left join receipts r on r.upload_id = coalesce(u.duplicate_of, u.id)`;

/** Of a receipt `r` that may be replaced by another reading: cut off, and as it was read. */
export const UNTOUCHED_CUT_OFF = `r.status = 'needs-review' and r.version = 1
  and 'reading-cut-off' = any(r.reasons)`;

export interface UploadInsert {
  readonly kind: 'receipt' | 'document';
  readonly userId: string;
  readonly fileName: string | null;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: Buffer | null;
  readonly expiresAt: Date | null;
  readonly batchId: string | null;
}

/**
 * Adds an upload, or finds the one with the same bytes.
 * @returns `isNew: false` for the same bytes again
 */
export async function createUpload(
  client: ClientBase,
  householdId: string,
  upload: UploadInsert,
): Promise<{ upload: StoredUpload; isNew: boolean }> {
  const { rows } = await client.query<{ id: string }>(
    `insert into uploads
       (household_id, user_id, kind, file_name, content_type, size, sha256, expires_at,
        batch_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (household_id, sha256) where sha256 is not null do nothing returning id`,
    [
      householdId,
      upload.userId,
      upload.kind,
      upload.fileName,
      upload.contentType,
      upload.size,
      upload.sha256,
      upload.expiresAt,
      upload.batchId,
    ],
  );
  const made = rows[0];
  if (made !== undefined) return { upload: await findUpload(client, made.id), isNew: true };
  const same = await client.query<StoredUpload>(`${SELECT} where u.sha256 = $1`, [upload.sha256]);
  return { upload: found(same.rows), isNew: false };
}

/** @throws UserError 404 */
export async function findUpload(client: ClientBase, id: string): Promise<StoredUpload> {
  const { rows } = await client.query<StoredUpload>(`${SELECT} where u.id = $1`, [id]);
  return found(rows);
}

/** In the order they were named: ids grow with time. */
export async function uploadsOfBatch(
  client: ClientBase,
  batchId: string,
): Promise<readonly StoredUpload[]> {
  const { rows } = await client.query<StoredUpload>(
    `${SELECT} where u.batch_id = $1 order by u.id`,
    [batchId],
  );
  return rows;
}

export async function readUpload(
  who: { readonly householdId: string },
  id: string,
): Promise<StoredUpload> {
  return await withHousehold(who, (client) => findUpload(client, id));
}

/** Which run of which upload a workflow step works for. */
export interface Run {
  readonly householdId: string;
  readonly uploadId: string;
  readonly attempt: number;
}

/**
 * Moves an upload on. A final status and that of a later attempt stay: a late step changes nothing.
 * @returns whether it moved
 */
export async function advance(
  client: ClientBase,
  run: Run,
  status: UploadStatus,
  problem: UploadProblem | null = null,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update uploads set status = $3, problem = $4, updated_at = now()
     where id = $1 and attempt = $2 and status = any($5)`,
    [run.uploadId, run.attempt, status, problem && JSON.stringify(problem), UNFINISHED],
  );
  return rowCount === 1;
}

/** {@link advance} in a transaction of its own. */
export async function report(run: Run, status: UploadStatus): Promise<void> {
  await withHousehold(run, (client) => advance(client, run, status));
}

/** The bytes are in storage: from now on the workflow carries it. Overtaken by its first step it stays. */
export async function markQueued(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `update uploads set status = 'queued', updated_at = now() where id = $1 and status = 'awaiting-file'`,
    [id],
  );
}

/**
 * Begins another attempt at an upload that failed, or whose reading the time limit cut off; a receipt
 * of the latter that somebody has touched is not read over.
 * @returns the attempt's number, nothing when it is still under way or done
 */
export async function beginAgain(client: ClientBase, id: string): Promise<number | undefined> {
  const { rows } = await client.query<{ attempt: number }>(
    `update uploads set status = 'queued', attempt = attempt + 1, problem = null, updated_at = now()
     where id = $1 and (status = 'failed' or status = 'needs-review' and exists (
       select 1 from receipts r where r.upload_id = uploads.id and ${UNTOUCHED_CUT_OFF}))
     returning attempt`,
    [id],
  );
  return rows[0]?.attempt;
}

function found(rows: readonly StoredUpload[]): StoredUpload {
  const row = rows[0];
  if (row !== undefined) return row;
  const text = { pl: 'Nie ma takiego pliku.', en: 'There is no such upload.' };
  throw new UserError('not-found', 'not-found', text);
}
