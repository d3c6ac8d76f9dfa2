import * as z from 'zod/mini';
import { Guest, MAX_GUESTS, WhoEats } from '#shared/households/diners.ts';
import { Allergy, Diet } from '#shared/households/person.ts';
import { PLANNED_MEALS } from '#shared/meal-plans/problem/wishes.ts';
import { Money } from '#shared/money/money.ts';
import { RecipeId } from '#shared/recipes/model/recipe-id.ts';
import { RecipeQuantity } from '#shared/recipes/model/recipe-schema.ts';
import { PREPARATION_KINDS } from '#shared/recipes/preparation/preparation-words.ts';
import { Day } from '#shared/schemas/day.ts';
import { FreezingAdvice } from './freezing-advice.ts';
import { PlanStage, PlanStatus } from './plan-status.ts';

export const MAX_PLAN_DAYS = 14;
export const PlannedMeal = z.enum(PLANNED_MEALS);
const Servings = z.int().check(z.minimum(1), z.maximum(50));
const Minutes = z.int().check(z.minimum(1), z.maximum(10_080));

/** What may be spent in a Polish shop. */
export const Budget = z.strictObject({
  amount: z.string().check(z.regex(/^[0-9]{1,6}\.[0-9]{2}$/)),
  currency: z.literal('PLN'),
});

/** What dishes are to be without: each a diet and foods, avoided as for somebody who eats no portion. */
const Avoid = z.array(Guest).check(z.maxLength(MAX_GUESTS));

/** Wishes for one meal; they take the place of those for the whole plan. */
export const SlotWish = z.strictObject({
  ...WhoEats.shape,
  date: Day,
  meal: PlannedMeal,
  servings: z.optional(Servings),
  maxMinutes: z.optional(Minutes),
  avoid: z.optional(Avoid),
  /** A dish that is chosen already. */
  recipeId: z.optional(RecipeId),
  locked: z.optional(z.boolean()),
  /** Nothing is planned for it: somebody eats out. */
  skip: z.optional(z.boolean()),
});
export type SlotWish = z.infer<typeof SlotWish>;

const MAX_SLOTS = MAX_PLAN_DAYS * PLANNED_MEALS.length;

export const NewMealPlan = z.strictObject({
  ...WhoEats.shape,
  from: Day,
  days: z.int().check(z.minimum(1), z.maximum(MAX_PLAN_DAYS)),
  meals: z._default(
    z.array(PlannedMeal).check(z.minLength(1), z.maxLength(PLANNED_MEALS.length)),
    () => [...PLANNED_MEALS],
  ),
  /** For each meal; as many as eat when left out. */
  servings: z.optional(Servings),
  /** What may be spent in the shop for all of it. */
  budget: z.optional(Budget),
  /** At the stove, for each meal. */
  maxMinutes: z.optional(Minutes),
  avoid: z.optional(Avoid),
  /** Whether a dish may be cooked for two meals. */
  leftovers: z._default(z.boolean(), true),
  /** Whether the forecast at the caller's default place counts. */
  weather: z._default(z.boolean(), true),
  seed: z._default(z.int().check(z.minimum(0), z.maximum(2_147_483_647)), 1),
  slots: z._default(z.array(SlotWish).check(z.maxLength(MAX_SLOTS)), () => []),
});
export type NewMealPlan = z.infer<typeof NewMealPlan>;

export const SlotChange = z.strictObject({
  ...WhoEats.shape,
  id: z.uuid(),
  /** A locked meal keeps its dish, whatever changes around it. */
  locked: z.optional(z.boolean()),
  recipeId: z.optional(RecipeId),
  /** Another dish than the one that is planned. */
  swap: z.optional(z.boolean()),
  servings: z.optional(Servings),
  maxMinutes: z.optional(z.nullable(Minutes)),
  avoid: z.optional(Avoid),
});
export type SlotChange = z.infer<typeof SlotChange>;

export const PlanChange = z.strictObject({
  slots: z.array(SlotChange).check(z.minLength(1), z.maxLength(MAX_SLOTS)),
});

/** The meal that is cooked, for itself and for those that eat of it later. */
export const PlannedCooking = z.strictObject({ slotId: z.uuid() });

/** A guest as the plan keeps them. */
export const PlannedGuest = z.object({
  name: z.nullable(z.string()),
  diet: z.nullable(Diet),
  allergies: z.array(Allergy),
});

/** What is begun long before a meal, in the order in which it is done. */
export const PlannedPreparation = z.object({
  kind: z.enum(PREPARATION_KINDS),
  date: z.iso.date(),
  /** By the clock where the household lives. */
  time: z.string().check(z.regex(/^[0-9]{2}:[0-9]{2}$/)),
  /** Minutes that it takes by itself. */
  wait: z.int(),
  /** What the recipe says, or which food is to be taken out of the freezer. */
  detail: z.string(),
});
export type PlannedPreparation = z.infer<typeof PlannedPreparation>;

export const PlannedSlot = z.object({
  id: z.uuid(),
  date: z.iso.date(),
  meal: PlannedMeal,
  /** Ids of the household; null for everybody. */
  people: z.nullable(z.array(z.uuid())),
  guests: z.array(PlannedGuest),
  recipe: z.object({ id: z.string(), title: z.string(), minutes: z.nullable(z.int()) }),
  servings: z.int(),
  /** The earlier meal that is cooked for this one as well; null when it is cooked for itself. */
  leftoversOf: z.nullable(z.uuid()),
  locked: z.boolean(),
  /** When it was cooked, the id that cooking gave it. */
  cookedId: z.nullable(z.uuid()),
  uses: z.array(
    z.object({
      lotId: z.uuid(),
      product: z.string(),
      /** Null where any of it is enough. */
      quantity: z.nullable(RecipeQuantity),
    }),
  ),
  buys: z.array(z.object({ product: z.string(), quantity: RecipeQuantity })),
  /** Expected value of food that would spoil without this meal. */
  saves: Money,
  why: z.array(z.string()),
  /** Plans of earlier versions say nothing of it. */
  prepare: z._default(z.array(PlannedPreparation), () => []),
});
export type PlannedSlot = z.output<typeof PlannedSlot>;

/** A wish that stands in the way of a plan. */
export const Violation = z.object({
  wish: z.enum(['budget', 'maxMinutes', 'recipeId', 'people', 'swap']),
  /** The meal; null for a wish of the whole plan. */
  slot: z.nullable(z.object({ id: z.uuid(), date: z.iso.date(), meal: PlannedMeal })),
  detail: z.string(),
  /** What it would have to be at least; null when only another wish helps. */
  relaxTo: z.nullable(z.union([Money, z.int()])),
});
export type Violation = z.infer<typeof Violation>;

/** What of a plan no longer holds, for the pantry has changed. */
export const Outdated = z.object({
  slotId: z.uuid(),
  lotId: z.uuid(),
  product: z.string(),
  detail: z.string(),
});

export const MealPlanView = z.object({
  id: z.uuid(),
  status: PlanStatus,
  /** Of a running plan, what is being done. */
  stage: z.nullable(PlanStage),
  /** Of a failed plan, the code of why; nothing else is shown of it. */
  problem: z._default(z.nullable(z.string()), null),
  from: z.iso.date(),
  days: z.int(),
  slots: z.array(PlannedSlot),
  /** Expected value of the food that spoils although it is planned, and of what is saved by the plan. */
  waste: Money,
  wasteAvoided: Money,
  /** What of the waste a freezer would save; it counts as waste until somebody does it. */
  freeze: z._default(z.array(FreezingAdvice), () => []),
  /** Of what has to be bought, in whole packs. */
  cost: Money,
  /** What was minimised, in złoty: waste, purchases, minutes, repetition. */
  objective: z.number(),
  /** No plan of these meals has an objective below this; null where nothing was planned. */
  bound: z.nullable(z.number()),
  /** By what part of its objective a plan could be better at most; 0 for the best there is. */
  gap: z.nullable(z.number()),
  /** Whether a forecast was known. */
  weather: z.boolean(),
  violations: z.array(Violation),
  /** Ids of the meals that the last change gave another dish, lots or servings. */
  changed: z.array(z.uuid()),
  outdated: z.array(Outdated),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type MealPlanView = z.infer<typeof MealPlanView>;
