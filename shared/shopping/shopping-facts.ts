import type { ClientBase } from 'pg';
import type { Locale } from '#shared/context/locale.ts';
import { boughtPacks } from '#shared/meal-plans/records/bought-packs.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import type { ShoppingFacts } from './new-items.ts';

/** What is known when items are written down. */
export async function shoppingFacts(client: ClientBase, locale: Locale): Promise<ShoppingFacts> {
  return { aliases: await readAliases(client), packs: await boughtPacks(client), locale };
}
