import type { ClientBase } from 'pg';
import type { ItemRow, ReceiptRow } from './receipt-store.ts';

/** A receipt with its lines. */
export interface RecentReceipt {
  readonly row: Omit<ReceiptRow, 'reading_text'>;
  readonly items: readonly ItemRow[];
}

/** The receipts that came last, the newest first. */
export async function recentReceipts(client: ClientBase, limit: number): Promise<RecentReceipt[]> {
  const { rows } = await client.query<RecentReceipt['row']>(
    `select r.id, r.upload_id, r.status, r.stocked_at, r.merchant_name, r.chain, r.nip, r.address,
       r.purchased_on, r.purchased_time, r.receipt_number, r.currency, r.total_minor, r.payment,
       r.deposits, r.taxes, r.balance_ok, r.balance_difference_minor, r.reasons, r.engine, r.variant,
       r.duplicate_of, r.version, h.zone
     from receipts r join households h using (household_id) order by r.id desc limit $1`,
    [limit],
  );
  const { rows: items } = await client.query<ItemRow & { readonly receipt_id: string }>(
    'select * from receipt_items where receipt_id = any($1) order by line',
    [rows.map(({ id }) => id)],
  );
  const byReceipt = Map.groupBy(items, ({ receipt_id }) => receipt_id);
  return rows.map((row) => ({ row, items: byReceipt.get(row.id) ?? [] }));
}
