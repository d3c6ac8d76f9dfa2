import type { Person } from '#shared/households/person.ts';

export const PLANNED_MEALS = ['breakfast', 'lunch', 'dinner'] as const;
export type PlannedMeal = (typeof PLANNED_MEALS)[number];

/** A meal that is to be planned. */
export interface MealWish {
  readonly id: string;
  readonly date: string;
  readonly meal: PlannedMeal;
  /** Everybody who eats, guests as well; the allergy gate reads them. */
  readonly diners: readonly Person[];
  readonly servings: number;
  /** Null for any time. */
  readonly maxMinutes: number | null;
  /** A dish that somebody chose, or null. */
  readonly recipeId: string | null;
  /** What was planned before and stays if nothing speaks against it. */
  readonly keep: string | null;
  /** Recipes that were just refused: the meal is swapped. */
  readonly not: readonly string[];
}

/** All that is wished of a plan. */
export interface PlanWishes {
  readonly from: string;
  readonly days: number;
  /** In the order in which they are eaten. */
  readonly meals: readonly MealWish[];
  /** Grosze, or null. */
  readonly budget: number | null;
  readonly leftovers: boolean;
}
