import { randomUUID } from 'node:crypto';
import { UserError } from '#shared/errors/user-error.ts';
import { addDays, daysBetween } from '#shared/expiry/plain-date.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import type { NewMealPlan, SlotWish } from './api/plan-schema.ts';
import { PLANNED_MEALS } from './problem/wishes.ts';
import type { StoredWishes, WishedMeal } from './records/stored-plan.ts';

/** Days ahead that a plan may begin: what the pantry has by then is anybody's guess. */
const MAX_AHEAD = 30;

/**
 * The wishes as they are kept, with an id for each meal in the order in which they are eaten.
 * @throws UserError 422 for what contradicts itself
 */
export function wishesOf(given: NewMealPlan, today: string): StoredWishes {
  const { from, days, leftovers, weather, seed } = given;
  if (from < today)
    throw refused(
      'plan-in-past',
      'Plan nie może zaczynać się w przeszłości.',
      'A plan cannot begin in the past.',
    );
  if (daysBetween(today, from) > MAX_AHEAD) {
    throw refused(
      'plan-too-far',
      `Plan może zaczynać się najdalej za ${MAX_AHEAD} dni.`,
      `A plan can begin at most ${MAX_AHEAD} days from now.`,
    );
  }
  const meals = PLANNED_MEALS.filter((meal) => given.meals.includes(meal));
  const slots = byMeal(given, from, days);
  const wished = Array.from({ length: days }, (_, day) => addDays(from, day)).flatMap((date) =>
    PLANNED_MEALS.flatMap((meal): WishedMeal[] => {
      const own = slots.get(`${date} ${meal}`);
      if (own === undefined && !meals.includes(meal)) return [];
      return own?.skip === true ? [] : [wishedMeal(given, own, date, meal)];
    }),
  );
  if (wished.length === 0)
    throw refused(
      'no-meals',
      'Nie ma żadnego posiłku do zaplanowania.',
      'There is no meal to plan.',
    );
  return {
    from,
    days,
    budget: minorOf(given.budget?.amount),
    leftovers,
    weather,
    seed,
    meals: wished,
  };
}

function wishedMeal(
  all: NewMealPlan,
  own: SlotWish | undefined,
  date: string,
  meal: WishedMeal['meal'],
): WishedMeal {
  const isNamed = own?.people !== undefined || own?.guests !== undefined;
  const who = isNamed ? own : all;
  return {
    id: randomUUID(),
    date,
    meal,
    people: who.people ?? null,
    guests: [...(who.guests ?? [])],
    // Who eats is named for this meal: then the number for all meals says nothing of it.
    servings: own?.servings ?? (isNamed ? null : (all.servings ?? null)),
    maxMinutes: own?.maxMinutes ?? all.maxMinutes ?? null,
    recipeId: own?.recipeId ?? null,
    locked: own?.locked ?? false,
    avoid: [...(own?.avoid ?? all.avoid ?? [])],
  };
}

function byMeal({ slots }: NewMealPlan, from: string, days: number): Map<string, SlotWish> {
  const wishes = new Map<string, SlotWish>();
  for (const wish of slots) {
    const day = daysBetween(from, wish.date);
    const key = `${wish.date} ${wish.meal}`;
    if (day < 0 || day >= days) {
      throw refused(
        'slot-outside-plan',
        `${wish.date} nie należy do planu.`,
        `${wish.date} is not in the plan.`,
      );
    }
    if (wishes.has(key)) {
      throw refused(
        'slot-twice',
        `Posiłek ${key} podano dwa razy.`,
        `The meal ${key} is given twice.`,
      );
    }
    wishes.set(key, wish);
  }
  return wishes;
}

function refused(code: string, pl: string, en: string): UserError {
  return new UserError('unprocessable', code, { pl, en });
}
