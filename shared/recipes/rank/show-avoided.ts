import type { AvoidedLot, RankedView } from '#shared/recipes/model/recipe-schema.ts';
import type { Refusal } from '#shared/safety/refusal.ts';
import { coverNeed } from './cover-need.ts';
import type { RankFacts } from './facts.ts';
import type { IndexedNeed } from './index-recipe.ts';
import type { UsableLot } from './stock.ts';

/** The lots that would be taken for these needs if nobody had to avoid them. */
export function avoidedLots(
  needs: readonly IndexedNeed[],
  { avoided }: RankFacts,
): RankedView['avoided'] {
  if (avoided.stock.size === 0) return [];
  const lots = new Set<UsableLot>();
  for (const need of needs) coverNeed(need, avoided.stock, (lot) => lots.add(lot));
  return [...lots].flatMap((lot) => showAvoided(lot, avoided.refusals.get(lot.id) ?? []));
}

/** One entry for each person who must not have it. */
export function showAvoided(
  { id: lotId, name }: { readonly id: string; readonly name: string },
  refusals: readonly Refusal[],
): AvoidedLot[] {
  return refusals.map(({ person, allergens, evidence }) => {
    return { lotId, name, person, allergens: [...allergens], evidence: [...evidence] };
  });
}
