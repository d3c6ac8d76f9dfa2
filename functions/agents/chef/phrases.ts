import type { Language } from '#shared/recipes/model/recipe.ts';
import type { RankedView, RecipeView } from '#shared/recipes/model/recipe-schema.ts';
import type { Adapted, Change } from './adapt.ts';
import type { DroppedCriterion } from './choose.ts';
import type { Criteria } from './criteria.ts';
import { english } from './phrases-en.ts';
import { polish } from './phrases-pl.ts';

/** Everything the chef can say without a model, in one language. */
export interface Phrases {
  intro(criteria: Criteria, dropped: readonly DroppedCriterion[]): string;
  offer(place: number, ranked: RankedView): string;
  readonly closing: string;
  /** What a best-before date in the past means. */
  readonly pastBestBefore: string;
  readonly nothing: string;
  readonly onlyCooking: string;
  readonly nothingOfferedYet: string;
  readonly takeAnother: string;
  recipe(recipe: RecipeView, changes: readonly Change[]): string;
  changed(title: string, changes: readonly Change[]): string;
  failed(adapted: Extract<Adapted, { ok: false }>, title: string): string;
  /** @param reasons who must not eat it, and why */
  refused(reasons: string): string;
  remarkLeftOut(reasons: string): string;
  cook(title: string, servings: number | null): string;
}

export function phrasesOf(language: Language): Phrases {
  return language === 'pl' ? polish : english;
}
