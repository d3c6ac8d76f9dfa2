import type { Criteria } from '#shared/cooking-requests/criteria.ts';
import type { Keeping } from '#shared/recipes/keeping.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { RankedView, RecipeView } from '#shared/recipes/model/recipe-schema.ts';
import type { Adapted, Change } from './adapt.ts';
import type { DroppedCriterion } from './choose.ts';
import { english } from './phrases-en.ts';
import { polish } from './phrases-pl.ts';
import type { StandIn } from './stand-in-text.ts';

/** Everything the chef can say without a model, in one language. */
export interface Phrases {
  intro(criteria: Criteria, dropped: readonly DroppedCriterion[]): string;
  offer(place: number, ranked: RankedView): string;
  readonly closing: string;
  readonly nothing: string;
  readonly onlyCooking: string;
  readonly nothingOfferedYet: string;
  readonly takeAnother: string;
  /** After it was said what somebody does not eat, and nothing was asked for. */
  readonly whatNext: string;
  recipe(recipe: RecipeView, changes: readonly Change[]): string;
  changed(title: string, changes: readonly Change[]): string;
  /** How long a recipe takes. */
  duration(title: string, minutes: number | null): string;
  /** For how many it is. */
  servings(title: string, servings: number | null): string;
  /** What a serving holds. */
  nutrition(title: string, nutrition: RecipeView['nutrition']): string;
  /** How long it keeps once it is made, in the fridge and frozen. */
  keeping(title: string, keeping: Keeping): string;
  /** @param some whether others are left out because somebody must not eat them */
  standIns(item: string, standIns: readonly StandIn[], some: boolean): string;
  failed(adapted: Extract<Adapted, { ok: false }>, title: string): string;
}

export function phrasesOf(language: Language): Phrases {
  return language === 'pl' ? polish : english;
}
