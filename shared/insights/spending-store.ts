import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { toMoney } from '#shared/money/money.ts';
import { today } from '#shared/pantry/today-store.ts';
import { groupName } from './group-name.ts';
import type { SpendingQuery } from './insight-schema.ts';
import { periodOf } from './period.ts';

/** How a line is grouped and what its group is called; SQL of ours, never of a caller. */
const GROUPS = {
  category: ['i.category', 'null::text'],
  merchant: ['coalesce(r.chain, r.nip, r.merchant_name)', 'coalesce(r.chain, r.merchant_name)'],
  product: [
    'coalesce(i.product_key, lower(i.product_name), lower(i.name))',
    'coalesce(i.product_name, i.name)',
  ],
  month: [`to_char(r.day, 'YYYY-MM')`, 'null::text'],
} as const satisfies Record<SpendingQuery['by'], readonly [key: string, name: string]>;

interface Row {
  readonly is_total: boolean;
  readonly key: string | null;
  readonly name: string | null;
  readonly currency: string;
  readonly minor: number;
  readonly receipts: number;
  readonly lines: number;
}

/** What was paid for the lines of confirmed receipts, deposits not among them, the most first. */
export async function spending(
  { household, locale }: { readonly household: HouseholdContext; readonly locale: Locale },
  query: SpendingQuery,
) {
  return await withHousehold(household, async (client) => {
    const { from, to } = periodOf(await today(client), query);
    const [key, name] = GROUPS[query.by];
    const { rows } = await client.query<Row>(
      `with bought as (
         select r.*, coalesce(r.purchased_on, (r.created_at at time zone h.zone)::date) as day
         from receipts r join households h using (household_id)
         where r.status = 'done' and r.duplicate_of is null
           and (r.purchased_on between $1 and $2 or r.purchased_on is null))
       select grouping(${key}) = 1 as is_total, ${key} as key, max(${name}) as name, r.currency,
         sum(i.net_minor) as minor, count(distinct r.id) as receipts, count(*) as lines
       from bought r join receipt_items i on i.receipt_id = r.id
       where r.day between $1 and $2
       group by grouping sets ((${key}, r.currency), (r.currency))
       order by ${query.by === 'month' ? 'key' : 'minor desc, key'}`,
      [from, to],
    );
    const waiting = await client.query<{ count: number }>(
      `select count(*) from receipts
       where status <> 'done' and purchased_on between $1 and $2 and duplicate_of is null`,
      [from, to],
    );
    const groups = rows.filter(({ is_total }) => !is_total);
    return {
      from,
      to,
      by: query.by,
      items: groups.map((row) => ({
        key: row.key,
        name: groupName(query.by, row.key, row.name, locale),
        total: toMoney(row.minor, row.currency),
        receipts: row.receipts,
        lines: row.lines,
      })),
      totals: rows
        .filter(({ is_total }) => is_total)
        .map(({ minor, currency }) => toMoney(minor, currency)),
      unconfirmed: waiting.rows[0]?.count ?? 0,
    };
  });
}
