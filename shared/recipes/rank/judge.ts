import type { Recipe } from '#shared/recipes/model/recipe.ts';
import type { Refusal } from '#shared/safety/refusal.ts';
import type { AllergenLine, ExemptLine } from '#shared/safety/report.ts';

/** What the allergy gate says of a recipe, for everybody who eats. */
export interface Judgement {
  /** `block`: not to be offered at all; `warn`: offered with a mark; `rank`: somebody dislikes it. */
  readonly effect: 'block' | 'warn' | 'rank' | 'none';
  readonly verdict: 'contains' | 'may-contain' | 'unknown' | 'none-found';
  readonly allergens: readonly AllergenLine[];
  /** What is made from an allergen and is none by law: said, and not counted. */
  readonly exempt: readonly ExemptLine[];
  /** What people only dislike: who and what. */
  readonly dislikes: readonly { readonly person: string; readonly evidence: string }[];
  /** Who must not eat it, and why; empty for what was only not asked for. */
  readonly refusals: readonly Refusal[];
}

export type Judge = (recipe: Recipe) => Judgement;

/** By what a lot is known: its product, its name, and what the till printed for it. */
export interface NamedLot {
  readonly productId: string | null;
  readonly name: string;
  /** Null for what came without a receipt. */
  readonly printed: string | null;
}

/** What the gate says of a lot that would go into the pot. */
export type JudgeLot = (lot: NamedLot) => Judgement;
