import type { ClientBase } from 'pg';
import { type StoredUpload, UNTOUCHED_CUT_OFF } from './upload-store.ts';

/** An upload as far as it is told of. */
export interface RecentUpload
  extends Pick<StoredUpload, 'id' | 'status' | 'problem' | 'receipt_id' | 'duplicate_of'> {
  /** In the household's zone. */
  readonly sent_on: string;
  /** Whether its reading was cut off, so that it may be tried again although it has a receipt. */
  readonly is_cut_off: boolean;
}

/** The receipts' files that came last, the newest first. */
export async function recentUploads(client: ClientBase, limit: number): Promise<RecentUpload[]> {
  const { rows } = await client.query<RecentUpload>(
    `select u.id, u.status, u.problem, r.id as receipt_id, u.duplicate_of,
       (u.created_at at time zone h.zone)::date as sent_on, coalesce(${UNTOUCHED_CUT_OFF}, false) as is_cut_off
     from uploads u join households h using (household_id)
       left join receipts r on r.upload_id = coalesce(u.duplicate_of, u.id)
     where u.kind = 'receipt' order by u.id desc limit $1`,
    [limit],
  );
  return rows;
}
