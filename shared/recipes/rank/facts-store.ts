import type { ClientBase } from 'pg';
import type { LastPrice } from './price-of.ts';
import type { StockLot } from './stock.ts';

/** Lots that differ in their ids alone, of which a full pantry has many. */
interface AlikeRow {
  /** Separated by blanks. */
  readonly ids: string;
  /** The exclusive or of what `readDay` takes it of. */
  readonly hash: string;
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

/** A number that another row, or another version of a row, has not. */
const HASH = 'bit_xor(uuid_hash_extended(l.id, l.xmin::text::bigint))::text'; // no number of JavaScript holds it

export interface VersionedStock {
  /** As `readDay` has it; taken with the lots, for they may have changed since it did. */
  readonly version: string;
  readonly lots: readonly StockLot[];
}

/** What the pantry has. */
export async function readStock(client: ClientBase): Promise<VersionedStock> {
  const { rows } = await client.query<AlikeRow>(
    `select string_agg(l.id::text, ' ') as ids, ${HASH} as hash, l.product_key,
       l.product_name, coalesce(i.printed_name, i.name) as printed, l.category,
       l.quantity::float8 as amount, l.unit,
       l.opened_at is not null as opened, l.expires_on, l.expires_kind
     from lots l
       left join lots origin on origin.id = l.origin_lot_id
       left join receipt_items i on i.id = coalesce(l.receipt_item_id, origin.receipt_item_id)
     where l.quantity > 0
     group by 3, 4, 5, 6, 7, 8, 9, 10, 11`,
  );
  const lots = rows.flatMap(lotsOf);
  const hash = rows.reduce((all, row) => all ^ BigInt(row.hash), 0n);
  return { version: rows.length === 0 ? '0 ' : `${lots.length} ${hash}`, lots };
}

function lotsOf(row: AlikeRow): StockLot[] {
  const { expires_on: date, expires_kind: kind } = row;
  const expires = date === null || kind === null ? null : { date, kind };
  return row.ids.split(' ').map((id) => {
    return {
      id,
      productId: row.product_key,
      name: row.product_name,
      printed: row.printed,
      category: row.category,
      amount: row.amount,
      unit: row.unit,
      opened: row.opened,
      expires,
    };
  });
}

export interface Day {
  readonly today: string;
  readonly cooked: readonly { readonly id: string; readonly day: string }[] | null;
  readonly book: string | null;
  readonly receipts: string;
  readonly stock: string;
  /** Whether this transaction has written: it sees rows that no other does. */
  readonly writing: boolean;
}

/**
 * The day in the household's zone, what was cooked in the last two weeks, and the versions of what
 * is kept: of the recipe book, of all receipts together (each change of one raises its own), and of
 * the stock, which every change of a lot turns, since the changed row is of another transaction.
 */
export async function readDay(client: ClientBase): Promise<Day> {
  const { rows } = await client.query<Day>(
    `select (now() at time zone h.zone)::date as today,
       (select json_agg(json_build_object('id', recipe_id, 'day', day)) from
         (select recipe_id, max((cooked_at at time zone h.zone)::date)::text as day
          from cooked_recipes where cooked_at > now() - interval '15 days' group by recipe_id) c) as cooked,
       (select version::text from recipe_books) as book,
       (select concat(count(*), ' ', sum(version), ' ', max(created_at)) from receipts) as receipts,
       (select concat(count(*), ' ', ${HASH}) from lots l where l.quantity > 0) as stock,
       pg_current_xact_id_if_assigned() is not null as writing
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
