import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { severityOf } from '#shared/expiry/severity.ts';
import { toMoney } from '#shared/money/money.ts';
import { type LotRow, showLot } from './lot-row.ts';
import { today } from './today.ts';

interface FirstRow extends LotRow {
  readonly value_minor: number | null;
  readonly currency: string | null;
}

/**
 * What must be eaten first: everything that expires within so many days or has expired, the most
 * urgent first; of one day what has a use-by date, then what is open.
 */
export async function firstToGo(
  who: HouseholdContext,
  { days, limit }: { readonly days: number; readonly limit: number },
) {
  return await withHousehold(who, async (client) => {
    const day = await today(client);
    const { rows } = await client.query<FirstRow>(
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
    return { today: day, items: rows.map((row) => show(row, day)) };
  });
}

function show(row: FirstRow, day: string) {
  const { value_minor: minor, currency } = row;
  const dated = {
    date: row.expires_on ?? day,
    kind: row.expires_kind ?? ('best-before' as const),
    productId: row.product_key,
    category: row.category,
  };
  return {
    lot: showLot(row),
    ...severityOf(dated, day),
    value: minor === null || currency === null ? null : toMoney(minor, currency),
  };
}
