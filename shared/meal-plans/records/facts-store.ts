import type { ClientBase } from 'pg';
import type { BoughtPack, PlanningFacts } from '#shared/meal-plans/problem/facts.ts';
import { baseUnitOf } from '#shared/quantities/base-unit.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { readLastPrices } from '#shared/recipes/rank/facts-store.ts';
import type { LastPrice } from '#shared/recipes/rank/price-of.ts';
import { readFacts } from '#shared/recipes/rank/read-facts.ts';
import { readBook } from '#shared/recipes/rank/recipe-book.ts';

/** What planning knows of a household, before the forecast. */
export async function readPlanningFacts(
  client: ClientBase,
  householdId: string,
  locale: Language,
): Promise<Omit<PlanningFacts, 'forecast'>> {
  const { facts, bookVersion } = await readFacts(client, householdId, {
    useExpiring: true,
    locale,
  });
  const values = await valuesOfLots(client);
  const { today, prices, cookedDaysAgo } = facts;
  return {
    today,
    lots: facts.lots.map((lot) => ({ ...lot, value: values.get(lot.id) ?? null })),
    book: await readBook(client, householdId, bookVersion),
    packs: await boughtPacks(client),
    prices,
    cookedDaysAgo,
    locale,
  };
}

/** How the household last bought each product, by its id. */
export async function boughtPacks(client: ClientBase): Promise<ReadonlyMap<string, BoughtPack>> {
  const lines = await readLastPrices(client);
  return new Map(
    lines.flatMap((line) => {
      const pack = packOfLine(line);
      return pack === undefined ? [] : [[line.product_key, pack] as const];
    }),
  );
}

/** Of what is weighed at the counter, 100 g. */
const LOOSE = 100;

function packOfLine(line: LastPrice): BoughtPack | undefined {
  const { net_minor, milli, unit, package_value, package_unit } = line;
  const each = (net_minor * 1000) / milli;
  if (unit === 'szt' && package_value !== null && package_unit !== null) {
    const [base, factor] = baseUnitOf(package_unit);
    const known = PACKED.find((one) => one === base);
    return known && { size: package_value * factor, unit: known, price: each };
  }
  const [base, factor] = baseUnitOf(unit);
  const known = PACKED.find((one) => one === base);
  if (known === undefined) return undefined;
  if (known === 'szt' || known === 'opak') return { size: 1, unit: known, price: each };
  return { size: LOOSE, unit: known, price: (each * LOOSE) / factor };
}

const PACKED = ['g', 'ml', 'szt', 'opak'] as const;

/** The share of the receipt's price that what is left of each lot has, in grosze. */
async function valuesOfLots(client: ClientBase): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string; value: number }>(
    `select l.id, (c.net_minor * in_base(l.quantity, l.unit) / c.bought)::float8 as value
     from lots l join lot_costs c on c.lot_id = l.id and c.bought_unit = base_unit(l.unit)
     where l.quantity > 0 and c.currency = 'PLN'`,
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
}
