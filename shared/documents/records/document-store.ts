import type { ClientBase } from 'pg';
import { notFound } from '#shared/errors/not-found.ts';
import type { DocumentFormat } from '#shared/extraction/document-format.ts';
import type { UploadProblem } from '#shared/uploads/upload.ts';
import type { UploadStatus } from '#shared/uploads/upload-state.ts';
import type { Run } from '#shared/uploads/workflow.ts';

/** A page that was not read, and the code of the reason. */
export interface UnreadPage {
  /** From 1. */
  readonly page: number;
  readonly code: string;
}

/** A row of `documents` with its upload. */
export interface DocumentRow {
  readonly id: string;
  readonly upload_id: string;
  readonly title: string;
  readonly format: DocumentFormat;
  readonly language: 'pl' | 'en' | null;
  readonly pages: number | null;
  readonly pages_read: number;
  readonly unread_pages: readonly UnreadPage[];
  readonly characters: number;
  readonly created_at: Date;
  readonly status: UploadStatus;
  readonly problem: UploadProblem | null;
  readonly file_name: string | null;
  readonly passages: number;
}

const SELECT = `select d.*, u.status, u.problem, u.file_name,
    (select count(*)::int from document_chunks c where c.document_id = d.id) as passages
  from documents d join uploads u on u.id = d.upload_id`;

/**
 * Adds the document of an upload that is being read, or begins with it again.
 * @returns its id; nothing when the upload was deleted, or another attempt began
 */
export async function beginDocument(
  client: ClientBase,
  { uploadId, attempt }: Run,
  { title, format }: Pick<DocumentRow, 'title' | 'format'>,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `insert into documents (household_id, upload_id, title, format)
     select household_id, id, $3, $4 from uploads where id = $1 and attempt = $2
     on conflict (upload_id) do update
       set format = excluded.format, pages = null, pages_read = 0, unread_pages = '[]'
     returning id`,
    [uploadId, attempt, title, format],
  );
  return rows[0]?.id;
}

export async function setPages(
  client: ClientBase,
  id: string,
  { pages, pagesRead }: { readonly pages: number; readonly pagesRead: number },
): Promise<void> {
  await client.query('update documents set pages = $2, pages_read = $3 where id = $1', [
    id,
    pages,
    pagesRead,
  ]);
}

/** What is known of a document once it was read. */
export type ReadFacts = Pick<DocumentRow, 'title' | 'language' | 'characters' | 'unread_pages'>;

export async function setFacts(client: ClientBase, id: string, facts: ReadFacts): Promise<void> {
  await client.query(
    `update documents set title = $2, language = $3, characters = $4, unread_pages = $5
     where id = $1`,
    [id, facts.title, facts.language, facts.characters, JSON.stringify(facts.unread_pages)],
  );
}

/** @throws UserError 404 */
export async function findDocument(client: ClientBase, id: string): Promise<DocumentRow> {
  const { rows } = await client.query<DocumentRow>(`${SELECT} where d.id = $1`, [id]);
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiego dokumentu.', en: 'There is no such document.' });
}

/** Newest first: ids grow with time. @param before the id after which they begin */
export async function documentsBefore(
  client: ClientBase,
  before: string | undefined,
  limit: number,
): Promise<DocumentRow[]> {
  const { rows } = await client.query<DocumentRow>(
    `${SELECT} where $1::uuid is null or d.id < $1 order by d.id desc limit $2`,
    [before ?? null, limit],
  );
  return rows;
}
