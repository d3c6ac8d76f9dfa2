import { keyOfName } from '#shared/language/key-of-name.ts';
import type { Ingredient, Recipe } from '#shared/recipes/model/recipe.ts';
import { gramsIn } from './convert-number.ts';
import same from './data/same-enough.json' with { type: 'json' };
import staples from './data/staples.json' with { type: 'json' };

/** What a recipe needs of one thing, ready to be looked up in a pantry. */
export interface IndexedNeed {
  readonly ingredient: Ingredient;
  /** The product's id, or its name where it is none of the shipped. */
  readonly key: string;
  /** Products that do as well, in order of preference. */
  readonly others: readonly string[];
  readonly amount: number | null;
  readonly unit: string | null;
  readonly grams: number | null;
  /** Taken to be in every home. */
  readonly staple: boolean;
}

export interface IndexedRecipe {
  readonly recipe: Recipe;
  readonly needs: readonly IndexedNeed[];
  readonly minutes: number | null;
  /** A meal of its own, rather than a sauce, a dough or a drink. */
  readonly dish: boolean;
}

const SAME: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(same));
const STAPLES = new Set(staples);

export function indexRecipe(recipe: Recipe): IndexedRecipe {
  const { prepMinutes, cookMinutes, meals } = recipe;
  return {
    recipe,
    needs: recipe.ingredients.map((line) => indexNeed(line, recipe.language)),
    minutes:
      prepMinutes === null && cookMinutes === null ? null : (prepMinutes ?? 0) + (cookMinutes ?? 0),
    dish: meals.length === 0 || meals.some((meal) => meal !== 'side' && meal !== 'snack'),
  };
}

function indexNeed(ingredient: Ingredient, language: Recipe['language']): IndexedNeed {
  const { productId, quantity, item } = ingredient;
  const amount = quantity === null ? null : Number(quantity.value);
  const unit = quantity?.unit ?? null;
  const each = unit === null ? null : gramsIn(unit, productId, null);
  return {
    ingredient,
    key: productId ?? nameKey(item, language),
    others: SAME.get(productId ?? '') ?? [],
    amount,
    unit,
    grams: amount === null || each === null ? null : amount * each,
    staple: productId !== null && STAPLES.has(productId),
  };
}

/** The key of what has none: no stock has it. */
export const NO_KEY = '';

/** `śliwki suszone` and `suszonych śliwek` are one key, which no product's id can be. */
export function nameKey(name: string, language: Recipe['language']): string {
  const key = keyOfName(name, language);
  return key === null ? NO_KEY : `=${key}`;
}
