import type { ClientBase } from 'pg';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { currentTrace } from '#shared/telemetry/invocation-trace.ts';
import type { UploadProblem } from './upload.ts';
import {
  transitionOf,
  type UploadEvent,
  type UploadKind,
  type UploadStatus,
} from './upload-state.ts';
import type { Run } from './workflow.ts';

/** A row of `uploads` with the receipt or document it became. */
export interface StoredUpload {
  readonly id: string;
  readonly kind: UploadKind;
  readonly status: UploadStatus;
  readonly attempt: number;
  readonly file_name: string | null;
  readonly content_type: string;
  readonly problem: UploadProblem | null;
  /** Of the earlier upload where this one has the same bytes. */
  readonly receipt_id: string | null;
  readonly document_id: string | null;
  /** Of the document; null until they were counted, and where there are none. */
  readonly pages: number | null;
  readonly pages_read: number | null;
  readonly duplicate_of: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const SELECT = `select u.id, u.kind, u.status, u.attempt, u.file_name, u.content_type, u.problem,
  r.id as receipt_id, d.id as document_id, d.pages, d.pages_read, u.duplicate_of,
  u.created_at, u.updated_at
  from uploads u left join receipts r on r.upload_id = coalesce(u.duplicate_of, u.id)
    left join documents d on d.upload_id = coalesce(u.duplicate_of, u.id)`;

/** Of a receipt `r` that may be replaced by another reading: cut off, and as it was read. */
export const UNTOUCHED_CUT_OFF = `r.status = 'needs-review' and r.version = 1
  and 'reading-cut-off' = any(r.reasons)`;

export interface UploadInsert {
  readonly kind: UploadKind;
  readonly userId: string;
  readonly fileName: string | null;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: Buffer | null;
  readonly expiresAt: Date | null;
  readonly batchId: string | null;
}

/**
 * Adds an upload, or finds the one with the same bytes. One that failed is not a duplicate: its file
 * may never have arrived.
 * @returns `isNew: false` for the same bytes again
 */
export async function createUpload(
  client: ClientBase,
  householdId: string,
  upload: UploadInsert,
): Promise<{ upload: StoredUpload; isNew: boolean }> {
  if (upload.sha256 !== null) {
    await client.query(
      `update uploads set sha256 = null where household_id = $1 and sha256 = $2 and status = 'failed'`,
      [householdId, upload.sha256],
    );
  }
  const { rows } = await client.query<{ id: string }>(
    `insert into uploads
       (household_id, user_id, kind, file_name, content_type, size, sha256, expires_at,
        batch_id, trace)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
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
      currentTrace() ?? null,
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

/** @throws UserError 404 */
export async function readUpload(
  household: { readonly householdId: string },
  id: string,
): Promise<StoredUpload> {
  return await withHousehold(household, (client) => findUpload(client, id));
}

/**
 * Makes a transition of the state machine (upload-state.ts), if the upload is in a status that allows
 * it and, where one is named, in that attempt. Otherwise nothing changes: the event came too late.
 * @returns the attempt it is in now; nothing when it was refused
 */
export async function transition(
  client: ClientBase,
  { uploadId, attempt }: Pick<Run, 'uploadId'> & Partial<Pick<Run, 'attempt'>>,
  event: UploadEvent,
  change: { readonly problem?: UploadProblem | null; readonly duplicateOf?: string } = {},
): Promise<number | undefined> {
  const { from, to, newAttempt = false } = transitionOf(event);
  const { problem = null, duplicateOf = null } = change;
  const { rows } = await client.query<{ attempt: number }>(
    `update uploads set status = $4, attempt = attempt + $5, problem = $6,
       duplicate_of = coalesce($7, duplicate_of), updated_at = now(),
       ready_at = case when $5 = 0 then ready_at end, turn_at = case when $5 = 0 then turn_at end
     where id = $1 and attempt = coalesce($2, attempt) and status = any($3) returning attempt`,
    [
      uploadId,
      attempt ?? null,
      from,
      to,
      newAttempt ? 1 : 0,
      problem && JSON.stringify(problem),
      duplicateOf,
    ],
  );
  return rows[0]?.attempt;
}

/** Whether the time limit cut off the reading of an upload, and its receipt is unchanged since. */
export async function isUntouchedCutOff(client: ClientBase, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from receipts r where r.upload_id = $1 and ${UNTOUCHED_CUT_OFF}`,
    [id],
  );
  return rowCount === 1;
}

/** {@link transition} in a transaction of its own: a step of the workflow starts. */
export async function reportProgress(
  run: Run,
  event: Extract<UploadEvent, `${string}Started`>,
): Promise<void> {
  await withHousehold(run, (client) => transition(client, run, event));
}

/**
 * Keeps the hash of an upload's bytes, unless another upload of the household has it. Exactly one has:
 * the original of later duplicates. A failed upload gives it up.
 */
export async function setHash(client: ClientBase, id: string, sha256: Buffer): Promise<void> {
  await client.query(
    `update uploads failed set sha256 = null from uploads u
     where u.id = $1 and failed.household_id = u.household_id and failed.sha256 = $2
       and failed.id <> u.id and failed.status = 'failed'`,
    [id, sha256],
  );
  await client.query(
    `update uploads u set sha256 = $2
     where id = $1 and not exists (select from uploads other
       where other.household_id = u.household_id and other.sha256 = $2)`,
    [id, sha256],
  );
}

/** Puts an attempt into its household's line; once, however often it is asked for. */
export async function joinLine(client: ClientBase, { uploadId, attempt }: Run): Promise<void> {
  await client.query(
    `update uploads set ready_at = clock_timestamp()
     where id = $1 and attempt = $2 and status = $3 and ready_at is null`,
    [uploadId, attempt, 'queued' satisfies UploadStatus],
  );
}

/** What is done for an upload from now on is a part of the running request. */
export async function continueInRequest(client: ClientBase, id: string): Promise<void> {
  const trace = currentTrace();
  if (trace === undefined) return;
  await client.query('update uploads set trace = $2 where id = $1', [id, trace]);
}

/** By the clock, not by the transaction: turns have an order. */
export async function takeTurn(client: ClientBase, { uploadId }: Run): Promise<void> {
  await client.query(
    'update uploads set turn_at = clock_timestamp(), updated_at = now() where id = $1',
    [uploadId],
  );
}

/** Forgets an upload, with the receipt or document it became. */
export async function deleteUpload(client: ClientBase, id: string): Promise<void> {
  await client.query('delete from uploads where id = $1', [id]);
}

function found(rows: readonly StoredUpload[]): StoredUpload {
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiego pliku.', en: 'There is no such upload.' });
}
