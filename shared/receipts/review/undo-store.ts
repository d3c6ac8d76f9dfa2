import type { ClientBase } from 'pg';
import * as z from 'zod/mini';

/** A receipt as it was before a change: its row, its lines, and what was taught of their names. */
export const KeptReceipt = z.object({
  receiptId: z.uuid(),
  /** In which the change left it; in any other it was changed since. */
  version: z.int(),
  receipt: z.json(),
  items: z.json(),
  /** Folded names that the change may have taught something about, and what was known of them. */
  names: z.array(z.string()),
  aliases: z.json(),
});
export type KeptReceipt = z.infer<typeof KeptReceipt>;

/** Rows as JSON, read before a change. @param names folded, as they are taught */
export async function keepReceipt(
  client: ClientBase,
  receiptId: string,
  names: readonly string[],
): Promise<Omit<KeptReceipt, 'version'>> {
  const { rows } = await client.query<Pick<KeptReceipt, 'receipt' | 'items' | 'aliases'>>(
    `select to_jsonb(r) - 'reading_text' as receipt,
       (select coalesce(jsonb_agg(to_jsonb(i)), '[]') from receipt_items i where receipt_id = r.id) as items,
       (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from product_aliases a where printed = any($2)) as aliases
     from receipts r where id = $1`,
    [receiptId, names],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('there is no receipt to keep');
  return { receiptId, names: [...names], ...row };
}

/** A line of which a change is taken back, with its product as it is now, and as it was. */
export interface TakenBackLine {
  readonly id: string;
  /** Null for one that the change added. */
  readonly was: {
    product_key: string | null;
    product_name: string | null;
    category: string | null;
  } | null;
}

/** The lines that are not as they were. */
export async function changedLines(
  client: ClientBase,
  { receiptId, items }: KeptReceipt,
): Promise<TakenBackLine[]> {
  const { rows } = await client.query<TakenBackLine>(
    `select now.id, case when was.id is not null then jsonb_build_object('product_key', was.product_key,
       'product_name', was.product_name, 'category', was.category) end as was
     from receipt_items now left join jsonb_populate_recordset(null::receipt_items, $2) was using (id)
     where now.receipt_id = $1 and (was.id is null or to_jsonb(now) <> to_jsonb(was))`,
    [receiptId, JSON.stringify(items)],
  );
  return rows;
}

/** Writes rows back as they were kept; the version still counts up, for readers hold the one in between. */
export async function restoreReceipt(client: ClientBase, kept: KeptReceipt): Promise<void> {
  const { receiptId, receipt, items, names, aliases } = kept;
  await client.query(
    `update receipts r set merchant_name = was.merchant_name, purchased_on = was.purchased_on,
       total_minor = was.total_minor, balance_ok = was.balance_ok, reasons = was.reasons,
       balance_difference_minor = was.balance_difference_minor, duplicate_of = was.duplicate_of,
       version = r.version + 1
     from jsonb_populate_record(null::receipts, $2) was where r.id = $1`,
    [receiptId, JSON.stringify(receipt)],
  );
  await client.query(
    `delete from receipt_items where receipt_id = $1 and id not in
       (select id from jsonb_populate_recordset(null::receipt_items, $2))`,
    [receiptId, JSON.stringify(items)],
  );
  await client.query(
    `insert into receipt_items select * from jsonb_populate_recordset(null::receipt_items, $1)
     on conflict (id) do update set name = excluded.name, printed_name = excluded.printed_name,
       product_key = excluded.product_key, product_name = excluded.product_name,
       category = excluded.category, kind = excluded.kind, quantity = excluded.quantity,
       unit = excluded.unit, package_value = excluded.package_value,
       package_unit = excluded.package_unit, unit_price_minor = excluded.unit_price_minor,
       gross_minor = excluded.gross_minor, discount_minor = excluded.discount_minor,
       net_minor = excluded.net_minor, confidence = excluded.confidence, reasons = excluded.reasons,
       repairs = excluded.repairs`,
    [JSON.stringify(items)],
  );
  await client.query('delete from product_aliases where printed = any($1)', [names]);
  await client.query(
    'insert into product_aliases select * from jsonb_populate_recordset(null::product_aliases, $1)',
    [JSON.stringify(aliases)],
  );
}
