import type { Recipe } from '#shared/recipes/model/recipe.ts';

/** What the allergy gate says of a recipe, for everybody who eats. */
export interface Judgement {
  /** `block`: not to be offered at all; `warn`: offered with a mark; `rank`: somebody dislikes it. */
  readonly effect: 'block' | 'warn' | 'rank' | 'none';
  readonly verdict: 'contains' | 'may-contain' | 'unknown' | 'none-found';
  readonly allergens: readonly {
    readonly code: string;
    readonly person: string;
    readonly evidence: string;
    readonly level: Judgement['verdict'];
  }[];
  /** What people only dislike: who and what. */
  readonly dislikes: readonly { readonly person: string; readonly evidence: string }[];
}

export type Judge = (recipe: Recipe) => Judgement;
