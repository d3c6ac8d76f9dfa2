import type { Person } from '#shared/households/person.ts';
import type { Gate } from '#shared/recipes/gate.ts';
import type { RankFacts } from '#shared/recipes/rank/facts.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';

/** What the chef works with: a household's pantry, recipes and people, as of now. */
export interface HouseholdSnapshot {
  readonly facts: RankFacts;
  readonly book: readonly IndexedRecipe[];
  readonly people: readonly Person[];
  readonly gate: Gate;
}
