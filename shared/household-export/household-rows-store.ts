import type { ClientBase } from 'pg';
import type { Spreadsheet } from './spreadsheets.ts';

/** Rows that are held in memory at a time. */
const FETCHED = 500;

/** In grosze there, in złoty here, exactly. */
const money = (column: string) => `(${column} / 100.0)::numeric(12, 2)::text`;
/** A moment of the household's clock. */
const local = (column: string) =>
  `to_char(${column} at time zone (select zone from households), 'YYYY-MM-DD HH24:MI')`;

const SHEETS: Readonly<Record<Spreadsheet['rowsOf'], string>> = {
  receiptLines: `select r.purchased_on::text, r.purchased_time, coalesce(r.merchant_name, r.chain),
      r.receipt_number, i.line::text, i.name, i.product_name, i.category, i.quantity::text, i.unit,
      ${money('i.unit_price_minor')}, ${money('i.discount_minor')}, ${money('i.net_minor')}, r.currency, i.vat
    from receipts r join receipt_items i on i.receipt_id = r.id
    where r.duplicate_of is null
    order by r.purchased_on nulls last, r.id, i.line`,
  lots: `select product_name, category, quantity::text, unit, location, expires_on::text, expires_kind,
      ${local('opened_at')}, ${local('added_at')}
    from lots where quantity > 0 order by expires_on nulls last, id`,
  bookings: `select ${local('b.created_at')}, l.product_name, b.kind, b.change::text, b.unit, b.reason
    from bookings b join lots l on l.id = b.lot_id order by b.created_at, b.id`,
};

/** The rows of a table for a spreadsheet. */
export async function* sheetRows(
  client: ClientBase,
  rowsOf: Spreadsheet['rowsOf'],
): AsyncGenerator<(string | null)[]> {
  yield* fetched<(string | null)[]>(client, SHEETS[rowsOf], []);
}

/** The rows of a household's table as JSON, without some of the columns. */
export async function* tableRows(
  client: ClientBase,
  { name, without }: { readonly name: string; readonly without: readonly string[] },
): AsyncGenerator<string> {
  const sql = `select (to_jsonb(one) - $1::text[])::text from ${name} one order by 1`;
  for await (const [row] of fetched<[string]>(client, sql, [without])) yield row;
}

/** The rows of a query through a cursor, some at a time: nothing else may be asked of the client meanwhile. */
async function* fetched<Row extends unknown[]>(
  client: ClientBase,
  sql: string,
  values: readonly unknown[],
): AsyncGenerator<Row> {
  await client.query(`declare exported no scroll cursor for ${sql}`, [...values]);
  try {
    for (;;) {
      const text = `fetch ${FETCHED} from exported`;
      const { rows } = await client.query<Row>({ text, rowMode: 'array' });
      yield* rows;
      if (rows.length < FETCHED) return;
    }
  } finally {
    await client.query('close exported');
  }
}
