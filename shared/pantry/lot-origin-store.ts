import type { ClientBase } from 'pg';

/** Where a lot, or the lot that it was a part of, comes from; days in the household's zone. */
export interface LotOrigin {
  readonly id: string;
  /** Of its receipt, else the day on which it was added. */
  readonly bought_on: string;
  readonly opened_on: string | null;
  /** What the till printed; null for what was added by hand or has got another name since. */
  readonly printed_name: string | null;
}

export async function originsOf(
  client: ClientBase,
  lotIds: readonly string[],
): Promise<ReadonlyMap<string, LotOrigin>> {
  const { rows } = await client.query<LotOrigin>(
    `select l.id, (l.opened_at at time zone h.zone)::date as opened_on,
       coalesce(r.purchased_on, (l.added_at at time zone h.zone)::date) as bought_on,
       case when l.product_name = coalesce(i.product_name, i.name) then i.name end as printed_name
     from lots l join households h using (household_id)
       left join lots whole on whole.id = l.origin_lot_id
       left join receipt_items i on i.id = coalesce(l.receipt_item_id, whole.receipt_item_id)
       left join receipts r on r.id = i.receipt_id
     where l.id = any ($1)`,
    [lotIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
