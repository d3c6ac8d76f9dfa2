import * as z from 'zod/mini';
import { MAX_PLAN_DAYS, PlannedGuest, PlannedMeal } from '#shared/meal-plans/api/plan-schema.ts';
import { Day } from '#shared/schemas/day.ts';

/** What is wished of a meal; null where nothing is said. */
export const MealAsk = z.object({
  /** Ids of the household. */
  people: z.nullable(z.array(z.uuid()).check(z.maxLength(50))),
  /** How many eat, and how many come to those who live here. */
  servings: z.nullable(z.int()),
  guests: z.nullable(z.int()),
  minutes: z.nullable(z.int()),
  /** What it is to be without, as the planner takes it. */
  avoid: z.array(PlannedGuest).check(z.maxLength(20)),
});
export type MealAsk = z.infer<typeof MealAsk>;

const Days = z.array(Day).check(z.maxLength(400));
const Meals = z.nullable(z.array(PlannedMeal));

/** What is wished of some days alone. */
export const DaysAsk = z.extend(MealAsk, {
  days: Days,
  /** Only these; null for those of the other days. */
  meals: Meals,
  /** Besides those of the other days. */
  adds: z.boolean(),
  skip: z.boolean(),
});
export type DaysAsk = z.infer<typeof DaysAsk>;

/** What somebody asks of a plan, as far as they said. */
export const PlanAsk = z.extend(MealAsk, {
  days: z.nullable(Days),
  meals: Meals,
  /** Decimal amount in PLN. */
  budget: z.nullable(z.string()),
  leftovers: z.boolean(),
  own: z.array(DaysAsk).check(z.maxLength(MAX_PLAN_DAYS * 3)),
});
export type PlanAsk = z.infer<typeof PlanAsk>;

export const NOTHING_OF_MEAL: MealAsk = {
  people: null,
  servings: null,
  guests: null,
  minutes: null,
  avoid: [],
};

/** Whether anything but days and meals is wished. */
export function wishesAnything(ask: MealAsk): boolean {
  const { people, servings, guests, minutes, avoid } = ask;
  return [people, servings, guests, minutes].some((one) => one !== null) || avoid.length > 0;
}

/** The wishes of a meal with what was said later. */
export function mergedMeal(before: MealAsk, later: MealAsk): MealAsk {
  return {
    people: later.people ?? before.people,
    servings: later.servings ?? before.servings,
    guests: later.guests ?? before.guests,
    minutes: later.minutes ?? before.minutes,
    avoid: [...before.avoid, ...later.avoid].slice(-20),
  };
}

/** What was asked with what is said now. */
export function mergedAsk(before: PlanAsk, later: PlanAsk): PlanAsk {
  return {
    ...mergedMeal(before, later),
    days: later.days ?? before.days,
    meals: later.meals ?? before.meals,
    budget: later.budget ?? before.budget,
    leftovers: before.leftovers && later.leftovers,
    own: [...before.own, ...later.own].slice(-MAX_PLAN_DAYS * 3),
  };
}
