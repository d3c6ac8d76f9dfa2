import type { Locale } from '#shared/context/locale.ts';
import { addDays } from '#shared/expiry/plain-date.ts';
import type { CookedMeal } from '#shared/planning/evaluate.ts';
import {
  findPreparations,
  type Preparation,
  THAWING,
} from '#shared/recipes/preparation/find-preparations.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import type { PlannedPreparation } from './api/plan-schema.ts';
import { clockOf, MEAL_TIMES } from './meal-times.ts';
import type { BuiltProblem } from './problem/build-problem.ts';
import type { PlannedMeal } from './problem/wishes.ts';

const DAY = 1440;
/** Minutes of the day: what would begin at night is begun the evening before. */
const [MORNING, EVENING] = [7 * 60, 20 * 60];
/** At the stove, where a recipe says nothing of it. */
const UNKNOWN_MINUTES = 45;

/** A meal that is cooked. */
export interface CookedSlot {
  readonly indexed: Pick<IndexedRecipe, 'recipe' | 'minutes'>;
  readonly cooking: Pick<CookedMeal, 'uses'>;
  readonly meal: { readonly date: string; readonly meal: PlannedMeal };
}

/**
 * What is to be done when, so that the meal is ready in time: frozen lots out of the freezer, then what the steps
 * of the recipe wait for, each as much earlier as all that comes after it takes.
 */
export function preparationsOf(
  { lots }: Pick<BuiltProblem, 'lots'>,
  { indexed, cooking, meal }: CookedSlot,
  locale: Locale,
): PlannedPreparation[] {
  const { recipe, minutes } = indexed;
  const used = new Set(cooking.uses.map(({ lot }) => lot));
  const frozen = [...used].flatMap((lot) => (lots[lot]?.frozen === true ? lots[lot].name : []));
  const thaw = frozen.map((name) => ({ ...THAWING, text: THAW_TEXT[locale](name) }));
  const steps = findPreparations(recipe);
  const waiting = steps.reduce((sum, { wait }) => sum + wait, 0);
  const stated = minutes ?? UNKNOWN_MINUTES;
  // Authors count waiting as time of the recipe or do not.
  let lead = stated >= waiting ? stated - waiting : stated;
  const before = steps.toReversed().map((step) => {
    lead += step.wait;
    return begun(step, lead, meal);
  });
  const all = [...thaw.map((step) => begun(step, stated + step.wait, meal)), ...before.reverse()];
  return all.toSorted((a, b) => (instantOf(a) < instantOf(b) ? -1 : 1));
}

function begun(
  { kind, wait, overnight, text }: Preparation,
  lead: number,
  { date, meal }: CookedSlot['meal'],
): PlannedPreparation {
  const exact = MEAL_TIMES[meal] - lead;
  const latest = overnight ? Math.min(exact, EVENING - DAY) : exact;
  const start = ofDay(latest) < MORNING ? latest - ofDay(latest) - DAY + EVENING : latest;
  const evening = ofDay(start) > EVENING ? start - ofDay(start) + EVENING : start;
  const day = addDays(date, Math.floor(evening / DAY));
  return { kind, date: day, time: clockOf(quarterBefore(ofDay(evening))), wait, detail: text };
}

function ofDay(minutes: number): number {
  return ((minutes % DAY) + DAY) % DAY;
}

function quarterBefore(minutes: number): number {
  return minutes - (minutes % 15);
}

function instantOf({ date, time }: PlannedPreparation): string {
  return `${date} ${time}`;
}

const THAW_TEXT = {
  pl: (name: string) => `Przełóż z zamrażarki do lodówki: ${name}.`,
  en: (name: string) => `Move from the freezer to the fridge: ${name}.`,
} as const;
