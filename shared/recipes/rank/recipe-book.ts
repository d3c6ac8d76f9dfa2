import type { ClientBase } from 'pg';
import { keepShippedReadings } from '#shared/recipes/readings/shipped-readings.ts';
import { ownRecipes } from '#shared/recipes/records/recipe-store.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { type IndexedRecipe, indexRecipe } from './index-recipe.ts';
import { VersionedCache } from './versioned-cache.ts';

let shipped: readonly IndexedRecipe[] | undefined;
const books = new VersionedCache<readonly IndexedRecipe[]>(20);

/** Reads the shipped recipes and what judges them, unless they are there, while a function starts. */
export function loadShippedBook(): void {
  loadLexicon();
  shipped ??= readShippedBook();
}

/**
 * All recipes a household may cook, ready to be ranked. Own ones are read again only when the book's
 * version, which every change turns, is not the one that was read.
 * @param version of the household's book; null when it never had a recipe
 */
export async function readBook(
  client: ClientBase,
  householdId: string,
  version: string | null,
): Promise<readonly IndexedRecipe[]> {
  shipped ??= readShippedBook();
  if (version === null) return shipped;
  const before = shipped;
  return await books.get(householdId, version, async () => {
    const own = await ownRecipes(client);
    return { version, value: [...before, ...own.map(indexRecipe)] };
  });
}

function readShippedBook(): readonly IndexedRecipe[] {
  keepShippedReadings();
  return [...shippedRecipes().values()].map(indexRecipe);
}
