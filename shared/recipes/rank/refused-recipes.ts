import type { RefusedRecipe } from '#shared/recipes/model/recipe-schema.ts';
import type { Judgement } from './judge.ts';
import type { Weighed } from './parts.ts';
import { compareRanked } from './rank.ts';

/** Most entries of an answer; the count tells of the rest. */
const MAX_REFUSED = 50;

export interface RefusedView {
  /** One entry for each person a recipe would harm. */
  readonly recipes: readonly RefusedRecipe[];
  /** How many recipes, listed or not. */
  readonly count: number;
}

interface RefusedMatch {
  readonly weighed: Weighed;
  readonly judgement: Judgement;
}

/**
 * Recipes that fit what was asked and would harm somebody who eats: nothing asked for is silently
 * absent. What only was not asked for (another diet, a thing to do without) has nobody it harms.
 */
export class RefusedRecipes {
  readonly #matches: RefusedMatch[] = [];

  add(weighed: Weighed, judgement: Judgement): void {
    if (judgement.refusals.length > 0) this.#matches.push({ weighed, judgement });
  }

  /** The best of them, an entry for each person, and how many there are. */
  view(): RefusedView {
    const best = this.#matches.sort((a, b) => compareRanked(a.weighed, b.weighed));
    const entries = best.flatMap(({ weighed, judgement }) => {
      const { id, title } = weighed.indexed.recipe;
      return judgement.refusals.map(({ person, allergens, evidence }) => {
        return { id, title, person, allergens: [...allergens], evidence: [...evidence] };
      });
    });
    return { recipes: entries.slice(0, MAX_REFUSED), count: best.length };
  }
}
