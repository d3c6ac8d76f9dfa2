import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import type { NearestProduct } from '#shared/products/embedding-candidates.ts';
import type { ItemKind } from '#shared/products/item-kind.ts';
import type { Place } from '#shared/reading/model/place.ts';
import type { Deposit, Repair, TaxLine } from '#shared/receipts/model/receipt.ts';
import { showSummary } from './receipt-view.ts';

export interface ReceiptRow {
  readonly id: string;
  readonly upload_id: string;
  readonly status: 'done' | 'needs-review';
  readonly stocked_at: Date | null;
  readonly merchant_name: string | null;
  readonly chain: string | null;
  readonly nip: string | null;
  readonly address: string | null;
  readonly purchased_on: string | null;
  readonly purchased_time: string | null;
  readonly receipt_number: string | null;
  readonly currency: string;
  readonly total_minor: number | null;
  readonly payment: string | null;
  readonly deposits: readonly Deposit[];
  readonly taxes: readonly TaxLine[];
  readonly balance_ok: boolean;
  readonly balance_difference_minor: number | null;
  readonly reasons: string[];
  readonly engine: string;
  readonly variant: string;
  readonly reading_text: string;
  readonly duplicate_of: string | null;
  readonly version: number;
  readonly zone: string;
}

export interface ItemRow {
  readonly id: string;
  readonly line: number;
  readonly name: string;
  /** As the till printed it; null while no person has touched the line. */
  readonly printed_name: string | null;
  readonly product_key: string | null;
  readonly product_name: string | null;
  readonly category: string | null;
  readonly kind: ItemKind;
  readonly quantity: string;
  readonly unit: string;
  readonly unit_price_minor: number;
  readonly gross_minor: number;
  readonly discount_minor: number;
  readonly net_minor: number;
  readonly vat: string | null;
  readonly confidence: number;
  readonly reasons: string[];
  readonly repairs: readonly Repair[];
  /** Where it stands in the original; null when that is not known. */
  readonly place: Place | null;
  readonly meanings: readonly NearestProduct[];
}

const SELECT = 'select r.*, h.zone from receipts r join households h using (household_id)';

/** @throws UserError 404 */
export async function findReceipt(
  client: ClientBase,
  id: string,
  lock: 'for update of r' | '' = '',
): Promise<ReceiptRow> {
  const { rows } = await client.query<ReceiptRow>(`${SELECT} where r.id = $1 ${lock}`, [id]);
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiego paragonu.', en: 'There is no such receipt.' });
}

/** The status of the receipt that an upload has. */
export async function statusOfUpload(
  client: ClientBase,
  uploadId: string,
): Promise<ReceiptRow['status']> {
  const { rows } = await client.query<Pick<ReceiptRow, 'status'>>(
    'select status from receipts where upload_id = $1',
    [uploadId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`The upload ${uploadId} has no receipt`);
  return row.status;
}

export async function itemsOf(client: ClientBase, receiptId: string): Promise<ItemRow[]> {
  const { rows } = await client.query<ItemRow>(
    'select * from receipt_items where receipt_id = $1 order by line',
    [receiptId],
  );
  return rows;
}

/** Newest first: ids grow with time. */
export async function listReceipts(
  household: HouseholdContext,
  { limit, cursor, status }: PageQuery & { status?: 'done' | 'needs-review' | undefined },
): Promise<Page<ReturnType<typeof showSummary>>> {
  const before = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<ReceiptRow>(
      `${SELECT} where ($2::uuid is null or r.id < $2) and ($3::text is null or r.status = $3)
       order by r.id desc limit $1`,
      [limit + 1, before ?? null, status ?? null],
    );
    return toPage(rows, limit, showSummary, ({ id }) => id);
  });
}

/** Corrects what is given of a receipt's heading and total. @returns the day it was bought on */
export async function updateReceipt(
  client: ClientBase,
  id: string,
  change: {
    readonly merchantName: string | null;
    readonly date: string | null;
    readonly totalMinor: number | null;
  },
): Promise<string | null> {
  const { rows } = await client.query<{ purchased_on: string | null }>(
    `update receipts set merchant_name = coalesce($2, merchant_name),
       purchased_on = coalesce($3, purchased_on), total_minor = coalesce($4, total_minor),
       reasons = case when $3::date is null then reasons else array_remove(reasons, 'no-date') end,
       version = version + 1 where id = $1 returning purchased_on`,
    [id, change.merchantName, change.date, change.totalMinor],
  );
  return rows[0]?.purchased_on ?? null;
}

/**
 * Items less discounts plus deposits against the total; computed where the rows are.
 * @param resolved reasons that no longer hold once the sums agree
 */
export async function rebalanceReceipt(
  client: ClientBase,
  id: string,
  resolved: readonly string[],
): Promise<void> {
  await client.query(
    `with sums as (
       select (select coalesce(sum(net_minor), 0) from receipt_items where receipt_id = $1)
            + (select coalesce(sum((deposit ->> 'amount')::int), 0)
               from receipts, jsonb_array_elements(deposits) deposit where id = $1) as goods)
     update receipts set balance_difference_minor = goods - total_minor,
       balance_ok = coalesce(goods = total_minor, false),
       reasons = (select coalesce(array_agg(reason), '{}') from unnest(reasons) reason
           where reason <> 'does-not-balance' and not (goods = total_minor and reason = any($2)))
         || case when goods <> total_minor then array['does-not-balance'] else '{}' end
     from sums where id = $1`,
    [id, resolved],
  );
}

export async function markConfirmed(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `update receipts set status = 'done', version = version + 1 where id = $1 and status <> 'done'`,
    [id],
  );
}
