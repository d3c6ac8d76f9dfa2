import type { ClientBase } from 'pg';
import type { LotRow } from './lot-row.ts';

/** A lot with its share of the price it was bought for. */
export interface DueLot extends LotRow {
  readonly value_minor: number | null;
  readonly currency: string | null;
}

/** What expires within so many days of a day or before it: by date, use-by dates and open lots first. */
export async function dueLots(
  client: ClientBase,
  day: string,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<DueLot[]> {
  const { rows } = await client.query<DueLot>(
    `with due as (
       select * from lots
       where quantity > 0 and expires_on <= $1::date + $2::int
       order by expires_on, expires_kind = 'use-by' desc, opened_at nulls last, id limit $3)
     select due.*, c.currency,
       round(c.net_minor * in_base(due.quantity, due.unit) / c.bought)::int as value_minor
     from due left join lateral (
       -- offset 0: for each of these lots, not for all of the household first
       select * from lot_costs
       where lot_id = due.id and bought_unit = base_unit(due.unit) offset 0) c on true
     order by expires_on, expires_kind = 'use-by' desc, opened_at nulls last, id`,
    [day, days, limit],
  );
  return rows;
}
