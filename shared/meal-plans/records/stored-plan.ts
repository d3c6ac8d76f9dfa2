import * as z from 'zod/mini';
import { MealPlanView, PlannedGuest, PlannedMeal } from '#shared/meal-plans/api/plan-schema.ts';

/** Wishes for one meal as they are kept; null is nothing wished. */
export const WishedMeal = z.object({
  id: z.uuid(),
  date: z.iso.date(),
  meal: PlannedMeal,
  people: z.nullable(z.array(z.uuid())),
  guests: z.array(PlannedGuest),
  servings: z.nullable(z.int()),
  maxMinutes: z.nullable(z.int()),
  recipeId: z.nullable(z.string()),
  locked: z.boolean(),
});
export type WishedMeal = z.infer<typeof WishedMeal>;

export const StoredWishes = z.object({
  from: z.iso.date(),
  days: z.int(),
  /** Grosze. */
  budget: z.nullable(z.int()),
  leftovers: z.boolean(),
  weather: z.boolean(),
  seed: z.int(),
  meals: z.array(WishedMeal),
});
export type StoredWishes = z.infer<typeof StoredWishes>;

/** What came of the wishes, as it is shown. */
export const Outcome = z.omit(MealPlanView, {
  id: true,
  from: true,
  days: true,
  changed: true,
  outdated: true,
  createdAt: true,
  updatedAt: true,
});
export type Outcome = z.infer<typeof Outcome>;

export interface StoredPlan {
  readonly id: string;
  readonly version: number;
  readonly wishes: StoredWishes;
  readonly outcome: Outcome;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
