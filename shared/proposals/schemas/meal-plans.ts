import * as z from 'zod/mini';
import { MealPlanView, PlannedMeal, PlannedSlot } from '#shared/meal-plans/api/plan-schema.ts';
import { PlanDraft } from '#shared/meal-plans/records/stored-plan.ts';
import { RecipeView } from '#shared/recipes/model/recipe-schema.ts';
import { Day } from '#shared/schemas/day.ts';
import { describeProposal } from './describe-proposal.ts';

const { cost, wasteAvoided } = MealPlanView.shape;
/** What is planned, and what it comes to. */
const Meals = { slots: z.array(PlannedSlot), cost, wasteAvoided };
/** The plan in the version in which it was seen; in any other it is not changed. */
const Seen = { planId: z.uuid(), version: z.int() };

/** Keeping a plan that was made. */
export const planSchema = describeProposal({
  kind: 'meal-plan',
  payload: z.object({ kind: z.literal('meal-plan'), draft: PlanDraft }),
  diff: z.object(Meals),
});

/** Other dishes, or locks, in a plan that is kept. */
export const planChangeSchema = describeProposal({
  kind: 'meal-plan-change',
  payload: z.object({
    kind: z.literal('meal-plan-change'),
    ...Seen,
    draft: PlanDraft,
    /** Ids of the meals that are not what they were. */
    changed: z.array(z.uuid()),
  }),
  /** The meals that change, as they will be. */
  diff: z.object({ planId: z.uuid(), ...Meals }),
});

export const planRemovalSchema = describeProposal({
  kind: 'meal-plan-removal',
  payload: z.object({ kind: z.literal('meal-plan-removal'), ...Seen, from: Day, to: Day }),
  diff: z.object({ planId: z.uuid(), from: Day, to: Day }),
});

/** Noting that a planned meal was cooked, which takes its food from the pantry. */
export const planCookSchema = describeProposal({
  kind: 'meal-plan-cook',
  payload: z.object({
    kind: z.literal('meal-plan-cook'),
    planId: z.uuid(),
    slotId: z.uuid(),
    date: Day,
    meal: PlannedMeal,
    /** What the gate reads of the recipe. */
    recipe: z.object({
      title: z.string(),
      language: RecipeView.shape.language,
      ingredients: z.array(z.object({ text: z.string() })),
      steps: z.array(z.string()),
    }),
  }),
  diff: z.object({ planId: z.uuid(), slotId: z.uuid(), title: z.string() }),
});
