import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { toMoney } from '#shared/money/money.ts';
import { readCursor, toPage } from '#shared/paging/page.ts';
import { plain } from '#shared/pantry/stock-amount.ts';
import { today } from '#shared/pantry/today-store.ts';
import type { StockUnit } from '#shared/quantities/stock-unit.ts';
import type { PriceQuery } from './insight-schema.ts';
import { type Period, periodOf } from './period.ts';

type Per = 'kg' | 'l' | 'szt' | 'opak';

interface PriceRow {
  readonly id: string;
  readonly day: string;
  readonly merchant: string | null;
  readonly name: string;
  readonly receipt_id: string;
  readonly net_minor: number;
  readonly currency: string;
  readonly quantity: string;
  readonly unit: StockUnit;
  readonly price_minor: number;
  readonly per: Per;
}

interface SummaryRow {
  readonly per: Per;
  readonly currency: string;
  readonly times: number;
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
  readonly latest: number;
}

const Place = z.object({ day: z.iso.date(), id: z.uuid() });

/**
 * Lines of a product with the price of a kilogram, litre or piece; $1 and $2 say which product. A
 * chain's name is surer than what was read above it.
 */
const BOUGHT = `
  select i.id, i.name, i.net_minor, i.quantity, i.unit, r.id as receipt_id, r.currency,
    coalesce(r.chain, r.merchant_name) as merchant, r.purchased_on as day, m.per,
    round(i.net_minor * m.of / m.amount)::int as price_minor
  from receipt_items i join receipts r on r.id = i.receipt_id
    cross join lateral (
      select case when i.unit = 'szt' and i.package_unit is not null
        then i.quantity * in_base(i.package_value, i.package_unit) else in_base(i.quantity, i.unit) end,
        base_unit(case when i.unit = 'szt' and i.package_unit is not null then i.package_unit else i.unit end)
    ) b (amount, unit)
    cross join lateral (
      select b.amount, case when b.unit in ('g', 'ml') then 1000 else 1 end,
        case b.unit when 'g' then 'kg' when 'ml' then 'l' else b.unit end
    ) m (amount, of, per)
  where (i.product_key = $1 or (i.product_key is null and lower(i.product_name) = lower($2)))
    and r.status = 'done' and r.duplicate_of is null and i.net_minor > 0 and m.amount > 0
    and r.purchased_on between $3 and $4`;

/** What a product cost, newest first, with the lowest, middle, highest and latest price. */
export async function prices(household: HouseholdContext, query: PriceQuery) {
  const { product = null, name = null, limit, cursor } = query;
  if (product === null && name === null) throw productMissing();
  const after = readCursor(Place, cursor);
  return await withHousehold(household, async (client) => {
    const period = periodOf(await today(client), query);
    const of = [product, name, period.from, period.to];
    const { rows } = await client.query<PriceRow>(
      `select * from (${BOUGHT}) bought
       where $5::date is null or (day, id) < ($5, $6::uuid) order by day desc, id desc limit $7`,
      [...of, after?.day ?? null, after?.id ?? null, limit + 1],
    );
    const shown = toPage(rows, limit, showPrice, ({ day, id }) => ({ day, id }));
    return { ...shown, summary: await summary(client, [product, name], period) };
  });
}

async function summary(client: ClientBase, of: readonly (string | null)[], { from, to }: Period) {
  const { rows } = await client.query<SummaryRow>(
    `select per, currency, count(*) as times, min(price_minor) as lowest,
       percentile_disc(0.5) within group (order by price_minor) as median,
       max(price_minor) as highest,
       (array_agg(price_minor order by day desc, id desc))[1] as latest
     from (${BOUGHT}) bought group by per, currency order by times desc, per`,
    [...of, from, to],
  );
  return rows.map(({ per, currency, times, lowest, median, highest, latest }) => ({
    per,
    times,
    lowest: toMoney(lowest, currency),
    median: toMoney(median, currency),
    highest: toMoney(highest, currency),
    latest: toMoney(latest, currency),
  }));
}

function showPrice(row: PriceRow) {
  return {
    day: row.day,
    merchant: row.merchant,
    name: row.name,
    receiptId: row.receipt_id,
    paid: toMoney(row.net_minor, row.currency),
    quantity: { value: plain(row.quantity), unit: row.unit },
    price: toMoney(row.price_minor, row.currency),
    per: row.per,
  };
}

function productMissing(): UserError {
  const text = { pl: 'Podaj product albo name.', en: 'Say product or name.' };
  const fields = [{ pointer: '?product', detail: text }];
  return new UserError('bad-input', 'product-missing', text, { fields });
}
