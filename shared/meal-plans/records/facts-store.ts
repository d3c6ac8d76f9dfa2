import type { ClientBase } from 'pg';
import type { PlanningFacts, ValuedLot } from '#shared/meal-plans/problem/facts.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { readFacts } from '#shared/recipes/rank/read-facts.ts';
import { readBook } from '#shared/recipes/rank/recipe-book.ts';
import { boughtPacks } from './bought-packs.ts';

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
  const freezer = await freezerOfLots(client);
  const { today, prices, cookedDaysAgo } = facts;
  return {
    today,
    lots: facts.lots.map((lot) => {
      const { frozen = false, wasFrozen = false } = freezer.get(lot.id) ?? {};
      return { ...lot, value: values.get(lot.id) ?? null, frozen, wasFrozen };
    }),
    book: await readBook(client, householdId, bookVersion),
    packs: await boughtPacks(client),
    prices,
    cookedDaysAgo,
    locale,
  };
}

/** The share of the receipt's price that what is left of each lot has, in grosze. */
async function valuesOfLots(client: ClientBase): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string; value: number }>(
    `select l.id, (c.net_minor * in_base(l.quantity, l.unit) / c.bought)::float8 as value
     from lots l join lot_costs c on c.lot_id = l.id and c.bought_unit = base_unit(l.unit)
     where l.quantity > 0 and c.currency = 'PLN'`,
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
}

/** By id, what is in the freezer or was in it. */
async function freezerOfLots(
  client: ClientBase,
): Promise<ReadonlyMap<string, Pick<ValuedLot, 'frozen' | 'wasFrozen'>>> {
  const { rows } = await client.query<{ id: string } & Pick<ValuedLot, 'frozen' | 'wasFrozen'>>(
    `select id, location = 'freezer' as frozen, frozen_limit_on is not null as "wasFrozen"
     from lots where quantity > 0 and (location = 'freezer' or frozen_limit_on is not null)`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
