import type { ClientBase } from 'pg';
import { daysBetween } from '#shared/expiry/plain-date.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Price } from './facts.ts';
import type { HouseholdFacts } from './facts-for.ts';
import { type Day, readDay, readLastPrices, readStock } from './facts-store.ts';
import { priceOf } from './price-of.ts';
import type { StockLot } from './stock.ts';
import { VersionedCache } from './versioned-cache.ts';

const MAX_HOUSEHOLDS = 20;
/** Lots are many, and what is reckoned from them is kept beside them. */
const MAX_STOCKS = 5;

const prices = new VersionedCache<ReadonlyMap<string, Price>>(MAX_HOUSEHOLDS);
const cooked = new VersionedCache<ReadonlyMap<string, number>>(MAX_HOUSEHOLDS);
const stocks = new VersionedCache<readonly StockLot[]>(MAX_STOCKS);

/**
 * What is known of a household, in one transaction, before who eats, and the version of its book. What
 * has not changed since it was read last is the same object, so that what was reckoned from it holds.
 */
export async function readFacts(
  client: ClientBase,
  householdId: string,
  { useExpiring, locale }: { useExpiring: boolean; locale: Language },
): Promise<{ facts: HouseholdFacts; bookVersion: string | null }> {
  const day = await readDay(client);
  const { today, receipts } = day;
  const facts: HouseholdFacts = {
    today,
    lots: await lotsOf(client, householdId, day),
    prices: await prices.get(householdId, receipts, async () => {
      const lines = await readLastPrices(client);
      const value = new Map(lines.map((line) => [line.product_key, priceOf(line)]));
      return { version: receipts, value };
    }),
    cookedDaysAgo: await daysAgo(householdId, day),
    useExpiring,
    locale,
  };
  return { facts, bookVersion: day.book };
}

/** A lot's printed name is its receipt's, so both versions count. */
async function lotsOf(
  client: ClientBase,
  householdId: string,
  { stock, receipts, writing }: Day,
): Promise<readonly StockLot[]> {
  if (writing) return (await readStock(client)).lots;
  return await stocks.get(householdId, `${stock} ${receipts}`, async () => {
    const { version, lots } = await readStock(client);
    return { version: `${version} ${receipts}`, value: lots };
  });
}

async function daysAgo(
  householdId: string,
  { today, cooked: entries }: Day,
): Promise<ReadonlyMap<string, number>> {
  const version = `${today} ${JSON.stringify(entries)}`;
  return await cooked.get(householdId, version, async () => {
    const value = new Map((entries ?? []).map(({ id, day }) => [id, daysBetween(day, today)]));
    return { version, value };
  });
}
