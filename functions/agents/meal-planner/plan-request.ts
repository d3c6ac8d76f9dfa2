import { addDays, daysBetween } from '#shared/expiry/plain-date.ts';
import { type Guest, MAX_GUESTS } from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';
import { NewMealPlan, type SlotWish } from '#shared/meal-plans/api/plan-schema.ts';
import type { PlannedMeal } from '#shared/meal-plans/problem/wishes.ts';
import {
  type DaysAsk,
  type MealAsk,
  mergedMeal,
  type PlanAsk,
} from '#shared/plan-requests/plan-ask.ts';
import type { Who } from './talk-context.ts';

/** What was asked, once days and meals are known. */
export type WholeAsk = PlanAsk & {
  readonly days: readonly string[];
  readonly meals: readonly PlannedMeal[];
};

/** The same as the planner takes it: what is not asked for between the first and the last day is skipped. */
export function planRequest(ask: WholeAsk, who: Who, people: readonly Person[]): NewMealPlan {
  const from = ask.days[0] ?? '';
  const days = daysBetween(from, ask.days.at(-1) ?? from) + 1;
  const meals = [...new Set([...ask.meals, ...ask.own.flatMap((own) => own.meals ?? [])])];
  const dates = Array.from({ length: days }, (_, day) => addDays(from, day));
  return NewMealPlan.parse({
    ...eating(ask, who),
    from,
    days,
    meals,
    ...limits(ask),
    ...(ask.budget !== null && { budget: { amount: ask.budget, currency: 'PLN' } }),
    leftovers: ask.leftovers,
    avoid: avoided(ask.avoid, ask, who, people),
    slots: dates.flatMap((date) =>
      meals.flatMap((meal) => slotWish(ask, who, people, { date, meal }) ?? []),
    ),
  });
}

function slotWish(
  ask: WholeAsk,
  who: Who,
  people: readonly Person[],
  place: Pick<SlotWish, 'date' | 'meal'>,
): SlotWish | undefined {
  const own = ask.own.filter(({ days }) => days.includes(place.date));
  if (!isAsked(ask, own, place)) return { ...place, skip: true };
  const wishes = own.filter((one) => one.meals === null || one.meals.includes(place.meal));
  if (wishes.length === 0) return undefined;
  const all = wishes.reduce<MealAsk>(mergedMeal, ask);
  return {
    ...place,
    ...eating(all, who),
    ...limits(all),
    avoid: avoided(all.avoid, all, who, people),
  };
}

function isAsked(
  { days, meals }: WholeAsk,
  own: readonly DaysAsk[],
  { date, meal }: Pick<SlotWish, 'date' | 'meal'>,
): boolean {
  if (!days.includes(date)) return false;
  const skips = own.some((one) => one.skip && (one.meals?.includes(meal) ?? true));
  const named = own.filter((one) => !one.skip && one.meals !== null);
  const isNamed = named.some((one) => one.meals?.includes(meal));
  const isUsual = meals.includes(meal) && named.every(({ adds }) => adds);
  return !skips && (isNamed || isUsual);
}

/** Guests are only counted: what they must avoid nobody said, or the session holds it. */
function eating({ people, guests }: MealAsk, who: Who): { people?: string[]; guests?: Guest[] } {
  const ids = people ?? who.people;
  const unnamed = Array.from({ length: guests ?? 0 }, nobody);
  const all = [...who.guests, ...unnamed].slice(0, MAX_GUESTS);
  return { ...(ids !== null && { people: [...ids] }), ...(all.length > 0 && { guests: all }) };
}

function nobody(): Guest {
  return { name: null, diet: null, allergies: [] };
}

function limits({ servings, minutes }: MealAsk) {
  return {
    ...(servings !== null && { servings }),
    ...(minutes !== null && { maxMinutes: minutes }),
  };
}

/**
 * What the dishes are to be without: what was asked for, and what anybody of the household or the session
 * must not have who is not counted. Their dishes are shown in the same talk, and its gate reads for all.
 */
export function avoided(
  avoid: readonly Guest[],
  { people }: Pick<MealAsk, 'people'>,
  who: Who,
  everybody: readonly Person[],
): Guest[] {
  const eat = people ?? who.people;
  const present =
    who.people === null ? everybody : everybody.filter(({ id }) => who.people?.includes(id));
  const others = present
    .filter(({ id }) => eat !== null && !eat.includes(id))
    .filter(({ diet, allergies }) => diet !== null || allergies.length > 0)
    .map(({ name, diet, allergies }) => ({ name, diet, allergies }));
  // What somebody must not have comes before what somebody would rather not have.
  return [...who.heeded, ...others, ...avoid].slice(0, MAX_GUESTS);
}
