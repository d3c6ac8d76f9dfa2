import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { toMoney } from '#shared/money/money.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { plain } from '#shared/pantry/stock-amount.ts';
import { today } from '#shared/pantry/today-store.ts';
import { groupName } from './group-name.ts';
import type { WasteQuery } from './insight-schema.ts';
import { periodOf } from './period.ts';

/** How a booking is grouped and what its group is called; SQL of ours, never of a caller. */
const GROUPS = {
  product: ['coalesce(l.product_key, lower(l.product_name))', 'l.product_name'],
  category: ['l.category', 'null::text'],
  reason: ['lower(b.reason)', 'b.reason'],
  month: [`to_char(b.created_at at time zone h.zone, 'YYYY-MM')`, 'null::text'],
} as const satisfies Record<WasteQuery['by'], readonly [key: string, name: string]>;

interface Row {
  readonly key: string | null;
  readonly name: string | null;
  readonly amounts: readonly { readonly value: string; readonly unit: LotRow['unit'] }[];
  readonly value: readonly { readonly minor: number; readonly currency: string }[];
  readonly times: number;
  readonly unpriced: number;
}

/**
 * What was thrown away and not put back. Its value is its share of the receipt's price; what came
 * without a receipt has none and is counted as `unpriced`.
 */
export async function waste(
  {
    household,
    locale,
  }: { readonly household: Pick<HouseholdContext, 'householdId'>; readonly locale: Locale },
  query: WasteQuery,
) {
  return await withHousehold(household, async (client) => {
    const { from, to } = periodOf(await today(client), query);
    const [key, name] = GROUPS[query.by];
    const { rows } = await client.query<Row>(
      `with thrown as (
         select ${key} as key, ${name} as name, base_unit(b.unit) as unit, c.currency,
           in_base(-b.change, b.unit) as amount,
           round(c.net_minor * in_base(-b.change, b.unit) / c.bought)::int as minor
         from bookings b join lots l on l.id = b.lot_id join households h on true
           left join lot_costs c on c.lot_id = l.id and c.bought_unit = base_unit(b.unit)
         where b.kind = 'waste' and b.undone_by is null
           and b.created_at >= ($1::date::timestamp at time zone h.zone)
           and b.created_at < (($2::date + 1)::timestamp at time zone h.zone))
       select g.key, max(g.name) as name, count(*) as times,
         count(*) filter (where g.minor is null) as unpriced,
         (select jsonb_agg(jsonb_build_object('value', a.sum::text, 'unit', a.unit) order by a.unit)
          from (select unit, sum(amount) from thrown t
                where t.key is not distinct from g.key group by unit) a) as amounts,
         (select coalesce(jsonb_agg(jsonb_build_object('minor', v.sum, 'currency', v.currency)), '[]')
          from (select currency, sum(minor) from thrown t
                where t.key is not distinct from g.key and t.minor is not null
                group by currency) v) as value
       from thrown g group by g.key
       order by ${query.by === 'month' ? 'key' : 'sum(g.minor) desc nulls last, times desc, key'}`,
      [from, to],
    );
    return {
      from,
      to,
      by: query.by,
      items: rows.map((row) => ({
        key: row.key,
        name: groupName(query.by, row.key, row.name, locale),
        amounts: row.amounts.map(({ value, unit }) => ({ value: plain(value), unit })),
        value: row.value.map(({ minor, currency }) => toMoney(minor, currency)),
        times: row.times,
        unpriced: row.unpriced,
      })),
      totals: totals(rows),
    };
  });
}

function totals(rows: readonly Row[]) {
  const sums = new Map<string, number>();
  for (const { minor, currency } of rows.flatMap(({ value }) => value)) {
    sums.set(currency, (sums.get(currency) ?? 0) + minor);
  }
  return [...sums].map(([currency, minor]) => toMoney(minor, currency));
}
