import type { Language } from '#shared/recipes/model/recipe.ts';
import type { RankedView, RecipeView } from '#shared/recipes/model/recipe-schema.ts';
import type { Adapted, Change } from './adapt.ts';
import type { LetGo } from './choose.ts';
import type { Wish } from './wish.ts';
import { english } from './words-en.ts';
import { polish } from './words-pl.ts';

/** Everything the chef can say without a model, in one language. */
export interface Words {
  intro(wish: Wish, letGo: readonly LetGo[]): string;
  offer(place: number, ranked: RankedView): string;
  readonly closing: string;
  readonly nothing: string;
  readonly onlyKitchen: string;
  readonly noTalkYet: string;
  recipe(recipe: RecipeView, changes: readonly Change[]): string;
  changed(title: string, changes: readonly Change[]): string;
  failed(adapted: Extract<Adapted, { ok: false }>, title: string): string;
  cook(title: string, servings: number | null): string;
}

export function wordsOf(language: Language): Words {
  return language === 'pl' ? polish : english;
}
