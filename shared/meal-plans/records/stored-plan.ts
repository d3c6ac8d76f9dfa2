import * as z from 'zod/mini';
import { MealPlanView, PlannedGuest, PlannedMeal } from '#shared/meal-plans/api/plan-schema.ts';
import type { PlanStage } from '#shared/meal-plans/api/plan-status.ts';

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
  /** Plans of earlier versions avoid nothing besides what people do. */
  avoid: z._default(z.array(PlannedGuest), () => []),
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
  stage: true,
  changed: true,
  outdated: true,
  createdAt: true,
  updatedAt: true,
});
export type Outcome = z.infer<typeof Outcome>;

/** A plan as it is before anybody keeps it. */
export const PlanDraft = z.object({ wishes: StoredWishes, outcome: Outcome });
export type PlanDraft = z.infer<typeof PlanDraft>;

export interface StoredPlan extends Readonly<PlanDraft> {
  readonly id: string;
  readonly version: number;
  /** Of one that is being made. */
  readonly stage: PlanStage | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
