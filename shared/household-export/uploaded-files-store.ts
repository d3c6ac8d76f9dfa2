import type { ClientBase } from 'pg';

/** An uploaded file, with what a person knows it by. */
export interface UploadedFile {
  readonly id: string;
  readonly kind: 'receipt' | 'document';
  readonly fileName: string | null;
  readonly contentType: string;
  /** In bytes, as it was announced. */
  readonly size: number;
  readonly isRead: boolean;
  readonly day: string | null;
  readonly merchant: string | null;
  /** `45.20`. */
  readonly total: string | null;
  readonly currency: string | null;
  readonly title: string | null;
}

/** Every file that may be there, in the order of their ids; the same bytes sent twice were kept once. */
export async function uploadedFiles(
  client: ClientBase,
  before: Date,
): Promise<readonly UploadedFile[]> {
  const { rows } = await client.query<UploadedFile>(
    `select u.id, u.kind, u.file_name as "fileName", u.content_type as "contentType", u.size,
       coalesce(r.id, d.id) is not null as "isRead",
       coalesce(r.purchased_on, (u.created_at at time zone h.zone)::date)::text as day,
       coalesce(r.merchant_name, r.chain) as merchant,
       (r.total_minor / 100.0)::numeric(12, 2)::text as total, r.currency, d.title
     from uploads u cross join households h
       left join receipts r on r.upload_id = u.id left join documents d on d.upload_id = u.id
     where u.created_at <= $1
     order by u.id`,
    [before],
  );
  return rows;
}

/** Keeps a transaction open that has nothing to ask for a while. */
export async function stayInTransaction(client: ClientBase): Promise<void> {
  await client.query('select 1');
}
