import { withHousehold } from '#shared/database/with-household.ts';
import { rememberedDiners } from '#shared/households/diners.ts';
import { allPeople } from '#shared/households/person-store.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { gateFor } from '#shared/recipes/gate.ts';
import { readDay } from '#shared/recipes/rank/facts-store.ts';
import { readBook } from '#shared/recipes/rank/recipe-book.ts';
import { harmedDiners } from '#shared/restrictions/session-diners.ts';
import type { Cookbook } from './recipe-source.ts';

/** All recipes of the household, and the gate of everybody who eats. */
export async function readCookbook({
  householdId,
  people,
  guests,
  locale,
  restrictions,
}: AgentRequest): Promise<Cookbook> {
  return await withHousehold({ householdId }, async (client) => {
    const book = await readBook(client, householdId, (await readDay(client)).book);
    const who = { people: people ?? null, guests: guests ?? [] };
    const eating = rememberedDiners(await allPeople(client), who, locale);
    return { book, gate: gateFor([...eating, ...harmedDiners(restrictions, locale)]) };
  });
}
