import type { Allergen, Diet } from '#shared/households/person.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Commas } from './food-list.ts';
import type { Reason } from './statement.ts';

/** What words say of the foods beside them. */
export interface Relation {
  readonly says: Reason | 'cancelled' | 'out-of-stock' | 'unclear';
  readonly pattern: RegExp;
  readonly language: Language;
  /** Where the foods stand; `after-or-before` looks behind first. */
  readonly foods: 'after' | 'before' | 'after-or-before' | 'none';
  readonly commas: Commas;
  /** Whether a word nobody knows right behind is a food: it is after `uczulony na`. */
  readonly unknown: boolean;
  /** What it stands for by itself: `celiakia` is gluten. */
  readonly means?: { readonly name: string; readonly codes: readonly Allergen[] };
  readonly diet?: Diet;
}

type Options = Partial<Omit<Relation, 'says' | 'pattern' | 'language'>>;

/** @param source a regular expression over folded text, from the beginning of a word */
export function relationsOf(language: Language) {
  return (says: Relation['says'], source: string, options: Options = {}): Relation => ({
    says,
    pattern: new RegExp(`(?<![a-z'-])(?:${source})(?![a-z])`, 'g'),
    language,
    foods: 'after',
    commas: language === 'pl' ? 'same-case' : 'all',
    unknown: true,
    ...options,
  });
}
