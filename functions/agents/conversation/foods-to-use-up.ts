import { withHousehold } from '#shared/database/with-household.ts';
import { rememberedDiners } from '#shared/households/diners.ts';
import { allPeople } from '#shared/households/person-store.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { dueLots } from '#shared/pantry/due-lot-store.ts';
import { printedNames } from '#shared/pantry/printed-name-store.ts';
import { today } from '#shared/pantry/today-store.ts';
import { gateFor } from '#shared/recipes/gate.ts';
import { harmedDiners } from '#shared/restrictions/session-diners.ts';

/** What is looked through: what ends within a week. */
const DUE = { days: 7, limit: 20 };

/** Foods of the house that go first, without what somebody who eats must not have, by name. */
export async function foodsToUseUp({
  householdId,
  people,
  guests,
  locale,
  restrictions,
}: AgentRequest): Promise<string[]> {
  return await withHousehold({ householdId }, async (client) => {
    const day = await today(client);
    const lots = (await dueLots(client, day, DUE)).filter(
      ({ expires_on, expires_kind }) =>
        expires_kind !== 'use-by' || (expires_on !== null && expires_on >= day),
    );
    const printed = await printedNames(
      client,
      lots.map(({ id }) => id),
    );
    const who = { people: people ?? null, guests: guests ?? [] };
    const eating = rememberedDiners(await allPeople(client), who, locale);
    const { judgeLot } = gateFor([...eating, ...harmedDiners(restrictions, locale)]);
    const names = lots
      .filter(({ id, product_key: productId, product_name: name }) => {
        const lot = { productId, name, printed: printed.get(id) ?? null };
        return judgeLot(lot).effect !== 'block';
      })
      .map(({ product_name }) => product_name.toLowerCase());
    return [...new Set(names)];
  });
}
