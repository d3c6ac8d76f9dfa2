import type { Notice } from '#shared/notices/notice.ts';
import type { ChefState } from '#shared/orchestration/agents/chef-state.ts';
import type { CookPayload } from '#shared/proposals/schemas/cook.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { RankedView, RecipeView } from '#shared/recipes/model/recipe-schema.ts';
import type { RefusedView } from '#shared/recipes/rank/refused-recipes.ts';
import type { HouseholdSnapshot } from './household-snapshot.ts';

/** What a turn came to, without a model and before the gate read the text. */
export interface Turn {
  readonly text: string;
  readonly recipes: readonly RankedView[];
  readonly recipe: RecipeView | null;
  readonly proposals: readonly CookPayload[];
  readonly state: ChefState | null;
  /** What fits and somebody who eats must not have. */
  readonly refused: RefusedView;
  /** Whether a dish or food was asked for by name: then a refusal is said, not only counted. */
  readonly namesFood: boolean;
  /** What is not offered and why: it names what must not be eaten, so the gate does not read it. */
  readonly notes: readonly Notice[];
}

export const NONE_REFUSED = { refused: { recipes: [], count: 0 }, namesFood: false };

export interface TurnContext {
  readonly snapshot: HouseholdSnapshot;
  readonly locale: Language;
  readonly state: ChefState | null;
}

/** Words and nothing to cook. */
export function textOnly(text: string, { state }: TurnContext): Turn {
  return { text, recipes: [], recipe: null, proposals: [], state, notes: [], ...NONE_REFUSED };
}
