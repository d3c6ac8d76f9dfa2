import { seasonOf } from '#shared/recipes/rank/facts.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import type { Judgement } from '#shared/recipes/rank/judge.ts';
import type { DayForecast, PlanningFacts } from './facts.ts';
import type { MealWish } from './wishes.ts';

/** What speaks for or against a dish at a meal, in grosze; below zero speaks for it. */
export interface Taste {
  readonly kind:
    | 'minutes'
    | 'weather'
    | 'gate'
    | 'dislikes'
    | 'recent'
    | 'season'
    | 'language'
    | 'change';
  readonly penalty: number;
}

const COLD = 8;
const HOT = 25;
const RAIN_MM = 3;
/** Minutes that a recipe without any is taken to need. */
const UNKNOWN_MINUTES = 45;
const PER_MINUTE = { busy: 10, weekday: 5, weekend: 3 };
/** A change for the sake of this much is worth it when the rest of a plan is to stay as it is. */
const CHANGE = 1500;

const SOUP = /^(?:zupa|soup|stew)$/;
const SALAD = /^(?:surówka|sałatka|salad|bez gotowania)$/;
const GRILL = /^grill$/;

/** Everything about a dish at a meal that costs no food. */
export function tasteOf(
  { recipe, minutes }: IndexedRecipe,
  wish: MealWish,
  judgement: Judgement,
  facts: Pick<PlanningFacts, 'cookedDaysAgo' | 'forecast' | 'locale'>,
): Taste[] {
  const day = facts.forecast.find(({ date }) => date === wish.date);
  const people = new Set(judgement.dislikes.map(({ person }) => person)).size;
  const ago = facts.cookedDaysAgo.get(recipe.id);
  const { seasons } = recipe;
  const tastes: Taste[] = [
    { kind: 'minutes', penalty: minutePenalty(minutes ?? UNKNOWN_MINUTES, wish) },
    { kind: 'weather', penalty: day === undefined ? 0 : weatherPenalty(recipe.tags, day) },
    { kind: 'gate', penalty: judgement.effect === 'warn' ? 1000 : 0 },
    { kind: 'dislikes', penalty: 800 * people },
    { kind: 'recent', penalty: ago === undefined || ago > 14 ? 0 : ago <= 7 ? 1000 : 400 },
    {
      kind: 'season',
      penalty: seasons.length === 0 || seasons.includes(seasonOf(wish.date)) ? 0 : 400,
    },
    { kind: 'language', penalty: recipe.language === facts.locale ? 0 : 300 },
    { kind: 'change', penalty: wish.keep === null || wish.keep === recipe.id ? 0 : CHANGE },
  ];
  return tastes.filter(({ penalty }) => penalty !== 0);
}

/** A minute at the stove on a working day or in a hurry costs more than on a Sunday. */
function minutePenalty(minutes: number, { date, maxMinutes }: MealWish): number {
  if (maxMinutes !== null) return minutes * PER_MINUTE.busy;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  return minutes * (isWeekend ? PER_MINUTE.weekend : PER_MINUTE.weekday);
}

/** Soup when it is cold, salad when it is hot, no grill in the rain. */
function weatherPenalty(tags: readonly string[], { max, precipitation }: DayForecast): number {
  const is = (kind: RegExp) => tags.some((tag) => kind.test(tag));
  if (is(GRILL) && (precipitation ?? 0) >= RAIN_MM) return 1500;
  if (max <= COLD) return is(SOUP) ? -250 : is(SALAD) ? 150 : 0;
  if (max >= HOT) return is(SALAD) ? -250 : is(SOUP) ? 250 : 0;
  return 0;
}
