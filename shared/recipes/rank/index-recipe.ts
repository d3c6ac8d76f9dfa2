import { type Servings, servingsOf } from '#shared/products/relation/serves.ts';
import type { Ingredient, Recipe } from '#shared/recipes/model/recipe.ts';
import { gramsIn } from './convert-number.ts';
import staples from './data/staples.json' with { type: 'json' };

/** What a recipe needs of one thing, ready to be looked up in a pantry. */
export interface IndexedNeed {
  readonly ingredient: Ingredient;
  /** What serves, by the keys of lots. */
  readonly servings: Servings;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly grams: number | null;
  /** Taken to be in every home. */
  readonly staple: boolean;
}

/** Whether the dish is wanting without it: it is not optional, and not in every home. */
export function isWanted({ ingredient, staple }: IndexedNeed): boolean {
  return !staple && !ingredient.optional;
}

export interface IndexedRecipe {
  readonly recipe: Recipe;
  readonly needs: readonly IndexedNeed[];
  readonly minutes: number | null;
  /** A meal of its own, rather than a sauce, a dough or a drink. */
  readonly dish: boolean;
}

const STAPLES = new Set(staples);

export function indexRecipe(recipe: Recipe): IndexedRecipe {
  const { prepMinutes, cookMinutes, meals } = recipe;
  return {
    recipe,
    needs: recipe.ingredients.map(indexNeed),
    minutes:
      prepMinutes === null && cookMinutes === null ? null : (prepMinutes ?? 0) + (cookMinutes ?? 0),
    dish: meals.length === 0 || meals.some((meal) => meal !== 'side' && meal !== 'snack'),
  };
}

function indexNeed(ingredient: Ingredient): IndexedNeed {
  const { productId, quantity, item } = ingredient;
  const amount = quantity === null ? null : Number(quantity.value);
  const unit = quantity?.unit ?? null;
  const each = unit === null ? null : gramsIn(unit, productId, null);
  return {
    ingredient,
    servings: servingsOf({ id: productId, name: item }),
    amount,
    unit,
    grams: amount === null || each === null ? null : amount * each,
    staple: productId !== null && STAPLES.has(productId),
  };
}
