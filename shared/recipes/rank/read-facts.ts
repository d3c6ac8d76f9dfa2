import type { ClientBase } from 'pg';
import { daysBetween } from '#shared/expiry/plain-date.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Price } from './facts.ts';
import type { HouseholdFacts } from './facts-for.ts';
import { readDay, readLastPrices, readStock } from './facts-store.ts';
import { priceOf } from './price-of.ts';
import { VersionedCache } from './versioned-cache.ts';

const prices = new VersionedCache<ReadonlyMap<string, Price>>(20);

/** What is known of a household, in one transaction, before who eats, and the version of its book. */
export async function readFacts(
  client: ClientBase,
  householdId: string,
  { useExpiring, locale }: { useExpiring: boolean; locale: Language },
): Promise<{ facts: HouseholdFacts; bookVersion: string | null }> {
  const lots = await readStock(client);
  const { today, cooked, book, receipts } = await readDay(client);
  const facts: HouseholdFacts = {
    today,
    lots,
    prices: await prices.get(householdId, receipts, async () => {
      const lines = await readLastPrices(client);
      return new Map(lines.map((line) => [line.product_key, priceOf(line)]));
    }),
    cookedDaysAgo: new Map((cooked ?? []).map(({ id, day }) => [id, daysBetween(day, today)])),
    useExpiring,
    locale,
  };
  return { facts, bookVersion: book };
}
