import type { Person } from '#shared/households/person.ts';
import { type Gate, gateFor } from '#shared/recipes/gate.ts';
import type { RankFacts } from '#shared/recipes/rank/facts.ts';
import { factsFor, type HouseholdFacts } from '#shared/recipes/rank/facts-for.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';

/** A household's pantry, recipes and people, as of now. */
export interface HouseholdRead {
  readonly facts: HouseholdFacts;
  readonly book: readonly IndexedRecipe[];
  readonly everybody: readonly Person[];
}

/** What the chef works with: the household as it is for those who eat. */
export interface HouseholdSnapshot {
  /** Its stock is what all of them may have. */
  readonly facts: RankFacts;
  readonly book: readonly IndexedRecipe[];
  /** Who eats: people of the household and guests. */
  readonly people: readonly Person[];
  readonly gate: Gate;
  /** As it was read, for when others turn out to eat too. */
  readonly household: Pick<HouseholdRead, 'facts' | 'book'>;
}

/** @param diners any list of people, whether the household knows them or a message named them */
export function snapshotFor(
  household: Pick<HouseholdRead, 'facts' | 'book'>,
  diners: readonly Person[],
): HouseholdSnapshot {
  const gate = gateFor(diners);
  const { facts, book } = household;
  return { facts: factsFor(facts, gate.judgeLot), book, people: diners, gate, household };
}
