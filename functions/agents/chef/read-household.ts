import { withHousehold } from '#shared/database/with-household.ts';
import { allPeople } from '#shared/households/person-store.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { readFacts } from '#shared/recipes/rank/read-facts.ts';
import { readBook } from '#shared/recipes/rank/recipe-book.ts';
import type { HouseholdRead } from './household-snapshot.ts';

/** The household's pantry, recipes and people, as they are now. */
export async function readHousehold(householdId: string, locale: Language): Promise<HouseholdRead> {
  return await withHousehold({ householdId }, async (client) => {
    const { facts, bookVersion } = await readFacts(client, householdId, {
      useExpiring: false,
      locale,
    });
    const book = await readBook(client, householdId, bookVersion);
    return { facts, book, everybody: await allPeople(client) };
  });
}
