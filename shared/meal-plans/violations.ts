import type { Locale } from '#shared/context/locale.ts';
import type { Message } from '#shared/errors/user-error.ts';
import { toMoney } from '#shared/money/money.ts';
import { moneyText } from '#shared/money/money-text.ts';
import type { BoundedPlan } from '#shared/planning/bound/bounded-plan.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { refusalText } from '#shared/safety/refusal-text.ts';
import type { Violation } from './api/plan-schema.ts';
import type { BuiltProblem } from './problem/build-problem.ts';
import type { GatedWish } from './problem/candidates.ts';
import { obstacleOf } from './problem/fit.ts';
import type { PlanWishes } from './problem/wishes.ts';

/**
 * The wishes that have to give way for meals that no recipe fits: each needs its own. Together with a
 * budget that is too small they are the fewest. Allergies never give way.
 */
export function hopelessMeals(
  { problem, wishes }: BuiltProblem,
  book: readonly IndexedRecipe[],
  locale: Locale,
): Violation[] {
  const hopeless = wishes.filter((_, slot) => problem.slots[slot]?.options.length === 0);
  return hopeless.map((gated) => hopelessMeal(gated, book, locale));
}

/** The same wishes with as much time for each such meal as it needs. */
export function withTime(wishes: PlanWishes, violations: readonly Violation[]): PlanWishes {
  const meals = wishes.meals.map((wish) => {
    const found = violations.find(({ slot }) => slot?.id === wish.id);
    return typeof found?.relaxTo === 'number' ? { ...wish, maxMinutes: found.relaxTo } : wish;
  });
  return { ...wishes, meals };
}

/** The budget, when the cheapest plan that was found is beyond it. */
export function overspent(
  { evaluation }: Pick<BoundedPlan, 'evaluation'>,
  locale: Locale,
): Violation[] {
  if (evaluation.withinBudget) return [];
  const cost = Math.ceil(evaluation.cost);
  return [{ wish: 'budget', slot: null, detail: overBudget(cost)[locale], relaxTo: toMoney(cost) }];
}

function hopelessMeal(
  { wish, gate }: GatedWish,
  book: readonly IndexedRecipe[],
  locale: Locale,
): Violation {
  const { id, date, meal, maxMinutes } = wish;
  const slot = { id, date, meal };
  if (wish.recipeId !== null) {
    const chosen = book.find(({ recipe }) => recipe.id === wish.recipeId);
    const detail = chosenRefused(chosen, gate.judge)[locale];
    return { wish: 'recipeId', slot, detail, relaxTo: null };
  }
  const withoutLimit = fitting(book, { wish: { ...wish, maxMinutes: null }, gate });
  const minutes = withoutLimit.flatMap((recipe) => recipe.minutes ?? []);
  if (maxMinutes !== null && minutes.length > 0) {
    const least = minutes.reduce((a, b) => Math.min(a, b));
    return { wish: 'maxMinutes', slot, detail: tooSlow(maxMinutes, least)[locale], relaxTo: least };
  }
  if (fitting(book, { wish: { ...wish, not: [], maxMinutes: null }, gate }).length > 0) {
    return { wish: 'swap', slot, detail: NO_OTHER[locale], relaxTo: null };
  }
  return { wish: 'people', slot, detail: NOTHING_LEFT[locale], relaxTo: null };
}

function fitting(book: readonly IndexedRecipe[], { wish, gate }: GatedWish): IndexedRecipe[] {
  return book.filter((indexed) => obstacleOf(indexed, wish, gate) === undefined);
}

function chosenRefused(
  chosen: IndexedRecipe | undefined,
  judge: GatedWish['gate']['judge'],
): Message {
  const title = chosen?.recipe.title ?? '';
  if (chosen === undefined || chosen.recipe.servings === null) {
    return {
      pl: `Przepis „${title}” nie mówi, dla ilu jest osób.`,
      en: `The recipe “${title}” does not say for how many it is.`,
    };
  }
  const { pl, en } = refusalText(judge(chosen.recipe).refusals);
  return {
    pl: `„${title}” nie jest dla wszystkich, którzy jedzą: ${pl}.`,
    en: `“${title}” is not for everybody who eats: ${en}.`,
  };
}

function overBudget(cost: number): Message {
  return {
    pl: `Najtańszy znaleziony plan kosztuje ${moneyText(toMoney(cost), 'pl')}.`,
    en: `The cheapest plan that was found costs ${moneyText(toMoney(cost), 'en')}.`,
  };
}

function tooSlow(wished: number, least: number): Message {
  return {
    pl: `Żaden przepis nie mieści się w ${wished} min; najszybszy trwa ${least} min.`,
    en: `No recipe takes ${wished} min at most; the quickest takes ${least} min.`,
  };
}

const NO_OTHER: Message = {
  pl: 'Nie ma innego przepisu na ten posiłek.',
  en: 'There is no other recipe for this meal.',
};
const NOTHING_LEFT: Message = {
  pl: 'Nie ma przepisu, który mogliby zjeść wszyscy jedzący ten posiłek. Podaj w „people” mniej osób albo dodaj własny przepis.',
  en: 'There is no recipe that everybody at this meal may eat. Name fewer people in “people”, or add a recipe of your own.',
};
