import type { ClientBase } from 'pg';
import { daysBetween } from '#shared/expiry/plain-date.ts';
import { stockQuantity } from '#shared/quantities/stock-quantity.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { gramsIn } from './convert-number.ts';
import type { Price, RankFacts } from './facts.ts';
import { Kept } from './kept.ts';
import { type StockLot, stockOf } from './stock.ts';

interface LotRow {
  readonly id: string;
  readonly product_key: string | null;
  readonly product_name: string;
  readonly category: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly expires_on: string | null;
  readonly expires_kind: 'best-before' | 'use-by' | null;
}

const prices = new Kept<ReadonlyMap<string, Price>>(20);

/** What ranking needs to know of a household, in one transaction, and the version of its book. */
export async function readFacts(
  client: ClientBase,
  householdId: string,
  { useExpiring, locale }: { useExpiring: boolean; locale: Language },
): Promise<{ facts: RankFacts; bookVersion: string | null }> {
  const lots = await client.query<LotRow>(
    `select id, product_key, product_name, category, quantity::float8 as amount, unit, expires_on,
       expires_kind from lots where quantity > 0`,
  );
  const { today, cooked, book, receipts } = await readDay(client);
  const facts: RankFacts = {
    today,
    stock: stockOf(lots.rows.map(lotOf), today),
    prices: await prices.get(householdId, receipts, () => readPrices(client)),
    cookedDaysAgo: new Map((cooked ?? []).map(({ id, day }) => [id, daysBetween(day, today)])),
    useExpiring,
    locale,
  };
  return { facts, bookVersion: book };
}

function lotOf(row: LotRow): StockLot {
  const { expires_on: date, expires_kind: kind } = row;
  return {
    id: row.id,
    productId: row.product_key,
    name: row.product_name,
    category: row.category,
    amount: row.amount,
    unit: row.unit,
    expires: date === null || kind === null ? null : { date, kind },
  };
}

interface Day {
  readonly today: string;
  readonly cooked: readonly { readonly id: string; readonly day: string }[] | null;
  readonly book: string | null;
  readonly receipts: string;
}

/**
 * The day in the household's zone, what was cooked in the last two weeks, and the versions of what
 * is kept: of the recipe book, and of all receipts together (each change of one raises its own).
 */
async function readDay(client: ClientBase): Promise<Day> {
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

interface PriceRow {
  readonly product_key: string;
  readonly category: string | null;
  readonly net_minor: number;
  readonly milli: number;
  readonly unit: string;
  readonly package_value: number | null;
  readonly package_unit: string | null;
}

/** What the household last paid for each product. */
async function readPrices(client: ClientBase): Promise<ReadonlyMap<string, Price>> {
  const { rows } = await client.query<PriceRow>(
    `select distinct on (i.product_key) i.product_key, i.category, i.net_minor,
       (i.quantity * 1000)::float8 as milli, i.unit, i.package_value::float8, i.package_unit
     from receipt_items i join receipts r on r.id = i.receipt_id
     where i.product_key is not null and i.kind = 'food' and i.net_minor > 0 and i.quantity > 0
     order by i.product_key, r.purchased_on desc nulls last, i.id desc`,
  );
  return new Map(rows.map((row) => [row.product_key, priceOf(row)]));
}

function priceOf(row: PriceRow): Price {
  const { product_key, category, net_minor, milli, unit, package_value, package_unit } = row;
  const pack =
    package_value === null || package_unit === null
      ? null
      : { value: package_value, unit: package_unit };
  const bought = stockQuantity({ quantityMilli: Math.round(milli), unit, pack });
  const each = gramsIn(bought.unit, product_key, category);
  return {
    perGram: each === null || each === 0 ? null : net_minor / (Number(bought.value) * each),
    perPiece: unit === 'szt' ? (net_minor * 1000) / milli : null,
  };
}
