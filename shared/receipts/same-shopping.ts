import type { ClientBase } from 'pg';
import type { ParsedReceipt } from './receipt.ts';

/**
 * The first receipt of the same shopping: same shop, day and total, and the same number; where one
 * of the two has none, the same minute. Fields that were not read prove nothing. Holds a lock until
 * the transaction ends, so that of two photographs saved at once the second sees the first.
 */
export async function findSameShopping(
  client: ClientBase,
  householdId: string,
  { merchant, date, time, receiptNumber, total }: ParsedReceipt,
): Promise<string | null> {
  const key = [householdId, merchant.nip, date, total].join(' ');
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  const { rows } = await client.query<{ id: string }>(
    `select id from receipts
     where nip = $1 and purchased_on = $2 and total_minor = $3 and duplicate_of is null
       and (receipt_number = $4
         or ((receipt_number is null or $4::text is null) and purchased_time = $5))
     order by id limit 1`,
    [merchant.nip, date, total, receiptNumber, time],
  );
  return rows[0]?.id ?? null;
}

/** Whether this shopping is in the pantry already, through another photograph of it. */
export async function isStockedElsewhere(client: ClientBase, id: string): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from receipts this join receipts other
       on coalesce(other.duplicate_of, other.id) = coalesce(this.duplicate_of, this.id)
     where this.id = $1 and other.id <> this.id and other.stocked_at is not null limit 1`,
    [id],
  );
  return rows.length > 0;
}
