import type { ClientBase } from 'pg';
import type { LastPrice } from './price-of.ts';
import type { StockLot } from './stock.ts';

interface LotRow {
  readonly id: string;
  readonly product_key: string | null;
  readonly product_name: string;
  readonly printed: string | null;
  readonly category: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly opened: boolean;
  readonly expires_on: string | null;
  readonly expires_kind: 'best-before' | 'use-by' | null;
}

/** What the pantry has. */
export async function readStock(client: ClientBase): Promise<StockLot[]> {
  const { rows } = await client.query<LotRow>(
    `select l.id, l.product_key, l.product_name, coalesce(i.printed_name, i.name) as printed,
       l.category, l.quantity::float8 as amount, l.unit,
       l.opened_at is not null as opened, l.expires_on, l.expires_kind
     from lots l
       left join lots origin on origin.id = l.origin_lot_id
       left join receipt_items i on i.id = coalesce(l.receipt_item_id, origin.receipt_item_id)
     where l.quantity > 0`,
  );
  return rows.map((row) => {
    const { expires_on: date, expires_kind: kind } = row;
    return {
      id: row.id,
      productId: row.product_key,
      name: row.product_name,
      printed: row.printed,
      category: row.category,
      amount: row.amount,
      unit: row.unit,
      opened: row.opened,
      expires: date === null || kind === null ? null : { date, kind },
    };
  });
}

export interface Day {
  readonly today: string;
  readonly cooked: readonly { readonly id: string; readonly day: string }[] | null;
  readonly book: string | null;
  readonly receipts: string;
}

/**
 * The day in the household's zone, what was cooked in the last two weeks, and the versions of what
 * is kept: of the recipe book, and of all receipts together (each change of one raises its own).
 */
export async function readDay(client: ClientBase): Promise<Day> {
  const { rows } = await client.query<Day>(
    `select (now() at time zone h.zone)::date as today,
       (select json_agg(json_build_object('id', recipe_id, 'day', day)) from
         (select recipe_id, max((cooked_at at time zone h.zone)::date)::text as day
          from cooked_recipes where cooked_at > now() - interval '15 days' group by recipe_id) c) as cooked,
       (select version::text from recipe_books) as book,
       (select concat(count(*), ' ', sum(version), ' ', max(created_at)) from receipts) as receipts
     from households h`,
  );
  const row = rows[0];
  if (row === undefined) throw new Error('The household does not exist');
  return row;
}

/** What the household last paid for each product. */
export async function readLastPrices(client: ClientBase): Promise<LastPrice[]> {
  const { rows } = await client.query<LastPrice>(
    `select distinct on (i.product_key) i.product_key, i.category, i.net_minor,
       (i.quantity * 1000)::float8 as milli, i.unit, i.package_value::float8, i.package_unit
     from receipt_items i join receipts r on r.id = i.receipt_id
     where i.product_key is not null and i.kind = 'food' and i.net_minor > 0 and i.quantity > 0
     order by i.product_key, r.purchased_on desc nulls last, i.id desc`,
  );
  return rows;
}
