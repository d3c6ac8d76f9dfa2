import type { ClientBase } from 'pg';

/** What identifies one purchase. */
interface PurchaseKey {
  readonly nip: string | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly receiptNumber: string | null;
  /** In grosze. */
  readonly total: number | null;
}

/**
 * The first receipt of the same purchase: same shop, day and total, and the same number; where one
 * of the two has none, the same minute. Fields that were not read prove nothing. Holds a lock until
 * the transaction ends, so that of two photographs saved at once the second sees the first.
 * @param excludedId the receipt itself, once it is saved
 */
export async function findDuplicate(
  client: ClientBase,
  householdId: string,
  { nip, date, time, receiptNumber, total }: PurchaseKey,
  excludedId: string | null = null,
): Promise<string | null> {
  const key = [householdId, nip, date, total].join(' ');
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  const { rows } = await client.query<{ id: string }>(
    `select id from receipts
     where nip = $1 and purchased_on = $2 and total_minor = $3 and duplicate_of is null
       and id is distinct from $6
       and (receipt_number = $4
         or ((receipt_number is null or $4::text is null) and purchased_time = $5))
     order by id limit 1`,
    [nip, date, total, receiptNumber, time, excludedId],
  );
  return rows[0]?.id ?? null;
}

/** Links a corrected receipt to its original again; its own duplicates move with it. */
export async function linkDuplicate(
  client: ClientBase,
  householdId: string,
  id: string,
): Promise<void> {
  const { rows } = await client.query<PurchaseKey>(
    `select nip, purchased_on as date, purchased_time as time, receipt_number as "receiptNumber",
       total_minor as total from receipts where id = $1`,
    [id],
  );
  const [purchase] = rows;
  if (purchase === undefined) return;
  const first = await findDuplicate(client, householdId, purchase, id);
  await client.query('update receipts set duplicate_of = $2 where id = $1', [id, first]);
  if (first === null) return;
  await client.query('update receipts set duplicate_of = $2 where duplicate_of = $1', [id, first]);
}

/** Before a receipt is deleted: its first duplicate takes its place as the original of the others. */
export async function promoteDuplicate(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `with heir as (select id from receipts where duplicate_of = $1 order by id limit 1)
     update receipts set duplicate_of = nullif(heir.id, receipts.id)
     from heir where receipts.duplicate_of = $1`,
    [id],
  );
}

/** Whether this purchase is in the pantry already, through another photograph of it. */
export async function isStockedByDuplicate(client: ClientBase, id: string): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from receipts this join receipts other
       on coalesce(other.duplicate_of, other.id) = coalesce(this.duplicate_of, this.id)
     where this.id = $1 and other.id <> this.id and other.stocked_at is not null limit 1`,
    [id],
  );
  return rows.length > 0;
}
