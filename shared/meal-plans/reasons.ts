import { daysBetween } from '#shared/expiry/plain-date.ts';
import { toMoney } from '#shared/money/money.ts';
import { moneyText } from '#shared/money/money-text.ts';
import type { CookedMeal } from '#shared/planning/evaluate.ts';
import { inDays } from '#shared/recipes/rank/explain.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import type { BuiltProblem } from './problem/build-problem.ts';
import type { GatedWish } from './problem/candidates.ts';
import type { PlanningFacts } from './problem/facts.ts';
import { type Taste, tasteOf } from './problem/taste.ts';

/** A planned meal with what is known of it. */
export interface PlannedMealFacts {
  readonly indexed: IndexedRecipe;
  readonly gated: GatedWish;
  readonly cooking: CookedMeal | undefined;
  /** Grosze of food that would spoil. */
  readonly saved: number;
  readonly isLeftovers: boolean;
}

type Facts = Pick<PlanningFacts, 'cookedDaysAgo' | 'forecast' | 'locale'>;
const MAX_NAMED = 4;

/** Why a dish stands where it does, in words. */
export function reasonsOf(built: BuiltProblem, meal: PlannedMealFacts, facts: Facts): string[] {
  const { indexed, gated, saved, isLeftovers } = meal;
  const isPolish = facts.locale === 'pl';
  if (isLeftovers) {
    return [isPolish ? 'z tego, co ugotowano wcześniej' : 'of what was cooked before'];
  }
  const spoiling = spoilingOf(built, meal, facts);
  const value = moneyText(toMoney(Math.round(saved)), facts.locale);
  const tastes = tasteOf(indexed, gated.wish, gated.gate.judge(indexed.recipe), facts);
  return [
    ...(spoiling.length === 0
      ? []
      : [
          isPolish
            ? `ratuje ${value}: ${spoiling.join(', ')}`
            : `saves ${value}: ${spoiling.join(', ')}`,
        ]),
    ...(meal.cooking?.bought.length === 0
      ? [isPolish ? 'wszystko jest w domu' : 'everything is at home']
      : []),
    ...(gated.wish.maxMinutes !== null && indexed.minutes !== null
      ? [isPolish ? `gotowe w ${indexed.minutes} min` : `ready in ${indexed.minutes} min`]
      : []),
    ...tastes.flatMap((taste) => wordsOf(taste, isPolish)),
  ];
}

/** Names of what spoils soon and goes into the pot, with the days left on that day. */
function spoilingOf(
  { lots, problem }: BuiltProblem,
  { cooking, gated }: PlannedMealFacts,
  { locale }: Facts,
): string[] {
  const used = new Set(cooking?.uses.map(({ lot }) => lot));
  return [...used]
    .filter((lot) => (problem.lots[lot]?.wasteRisk ?? 0) > 0)
    .slice(0, MAX_NAMED)
    .flatMap((index) => {
      const lot = lots[index];
      if (lot?.expires == null) return [];
      const days = daysBetween(gated.wish.date, lot.expires.date);
      return [`${lot.name} (${inDays(days, locale)})`];
    });
}

function wordsOf({ kind, penalty }: Taste, isPolish: boolean): string[] {
  if (kind === 'weather' && penalty < 0) {
    return [isPolish ? 'pasuje do pogody' : 'fits the weather'];
  }
  if (kind === 'gate')
    return [
      isPolish
        ? 'może zawierać coś, na co ktoś źle reaguje'
        : 'may hold something that somebody does not tolerate',
    ];
  if (kind === 'dislikes') return [isPolish ? 'nie każdy to lubi' : 'not everybody likes it'];
  return [];
}
