import { daysBetween } from '#shared/expiry/plain-date.ts';
import { MAX_PLAN_DAYS } from '#shared/meal-plans/api/plan-schema.ts';
import { mealLabel } from '#shared/meal-plans/meal-text.ts';
import { PLANNED_MEALS, type PlannedMeal } from '#shared/meal-plans/problem/wishes.ts';
import type { PlanDraft } from '#shared/meal-plans/records/stored-plan.ts';
import { cueTokens } from '#shared/pantry-requests/cue-table.ts';
import { hasCue } from '#shared/plan-requests/cues.ts';
import { mergedAsk, type PlanAsk } from '#shared/plan-requests/plan-ask.ts';
import { namesList } from '#shared/plan-requests/read-act.ts';
import { mealLines, sumsOf, understood } from './plan-lines.ts';
import { planRequest } from './plan-request.ts';
import type { TalkContext } from './talk-context.ts';
import type { PlannerTurn, Said } from './turn.ts';

const MOST_IN_THE_WAY = 10;

/** Plans what is asked, or asks what is missing; the plan is proposed and kept when it is confirmed. */
export async function makePlan(context: TalkContext): Promise<PlannerTurn> {
  const { phrases, read, snapshot, who, deps } = context;
  const ask = askedNow(context);
  const asks = (said: Said, asked: 'days' | 'meals' | 'people'): PlannerTurn => {
    const days = asked === 'days' ? null : ask.days;
    return {
      act: 'make',
      said: [...leftOut(context), said],
      asks: true,
      state: { ask: { ...ask, days }, asked, draft: null },
    };
  };
  if (read.strangers.length > 0)
    return asks({ fact: 'strangers', names: [...read.strangers] }, 'people');
  const { days } = ask;
  if (days === null || days.length === 0) {
    const isPast = context.slots.dates.length > 0 && read.ask.days === null;
    return asks(isPast ? phrases.pastDays : phrases.whichDays, 'days');
  }
  if (daysBetween(days[0] ?? '', days.at(-1) ?? '') >= MAX_PLAN_DAYS)
    return asks(phrases.tooManyDays, 'days');
  const meals = ask.meals ?? mealsOfDays(ask) ?? mealsOfFood(context);
  if (meals === null) return asks(phrases.whichMeals, 'meals');
  const whole = { ...ask, days, meals };
  const draft = await deps.plan(planRequest(whole, who, snapshot.people));
  return shownDraft(context, whole, draft);
}

/** What was asked before goes on where this message only says more of it. */
function askedNow({ message, state, isOpen, read }: TalkContext): PlanAsk {
  const goesOn = state.ask !== null && (state.asked !== null || (isOpen && state.draft !== null));
  if (!goesOn || state.ask === null) return read.ask;
  const begins = read.ask.days !== null && read.ask.meals !== null && state.asked === null;
  if (begins) return read.ask;
  const { ask } = state;
  const adds = read.ask.meals !== null && hasCue('also', cueTokens(message));
  const meals = adds
    ? [...new Set([...(ask.meals ?? []), ...(read.ask.meals ?? [])])]
    : read.ask.meals;
  return mergedAsk(ask, { ...read.ask, meals });
}

/** Meals that are named with every day of the plan need not be named for all. */
function mealsOfDays({ days, own }: PlanAsk): [] | null {
  const isNamed = (day: string) =>
    own.some((one) => one.meals !== null && !one.adds && one.days.includes(day));
  return (days ?? []).every(isNamed) ? [] : null;
}

/** `Plan 2 days of food`: all that is eaten in a day. */
function mealsOfFood({ message }: TalkContext): PlannedMeal[] | null {
  return hasCue('food', cueTokens(message)) ? [...PLANNED_MEALS] : null;
}

function shownDraft(context: TalkContext, ask: PlanAsk, draft: PlanDraft): PlannerTurn {
  const { phrases, isOpen } = context;
  const { outcome } = draft;
  const before = [...leftOut(context), ...understood(ask, context), ...remarks(context, ask)];
  const state = { ask, asked: null, planId: null } as const;
  if (outcome.status === 'infeasible') {
    return {
      act: 'make',
      said: [...before, inTheWay(context, draft)],
      asks: true,
      meals: { planId: null, draft, slots: [], violations: outcome.violations },
      state: { ...state, asked: 'wishes', draft: null },
    };
  }
  const { slots } = outcome;
  const after = namesList(context.message) ? [phrases.listAfterwards] : [];
  return {
    act: 'make',
    said: [...before, phrases.proposed, ...mealLines(slots, context), sumsOf(outcome), ...after],
    proposal: { kind: 'meal-plan', draft },
    replaces: isOpen && context.state.draft !== null,
    meals: { planId: null, draft, slots },
    state: { ...state, draft },
  };
}

/** The fewest wishes that have to give way. */
export function inTheWay(
  { locale }: Pick<TalkContext, 'locale'>,
  { outcome: { violations } }: Pick<PlanDraft, 'outcome'>,
): Said {
  const details = violations.slice(0, MOST_IN_THE_WAY).map(({ slot, detail, wish }) => ({
    meal: slot === null ? wishName(wish, locale) : mealLabel(slot.date, slot.meal, locale),
    detail: detail.slice(0, 600),
  }));
  return { fact: 'in-the-way', details, more: violations.length - details.length };
}

function wishName(wish: string, locale: TalkContext['locale']): string | null {
  return wish === 'budget' ? { pl: 'budżet', en: 'budget' }[locale] : null;
}

/** What was said and could not be taken for a wish. */
export function leftOut({ read }: Pick<TalkContext, 'read'>): Said[] {
  return read.leftOut.length === 0 ? [] : [{ fact: 'left-out', words: read.leftOut.slice(0, 20) }];
}

/** What was taken for what nobody said. */
function remarks({ phrases, message, snapshot, who }: TalkContext, ask: PlanAsk): string[] {
  const all = [ask, ...ask.own];
  const isHurry = all.some(({ minutes }) => minutes === 30) && !/30|p[oó][lł]|half/i.test(message);
  const isUncounted = all.some(({ guests }) => guests === 0);
  const isNobody = snapshot.people.length === 0 && who.guests.length === 0 && ask.servings === null;
  return [
    ...(isHurry ? [phrases.hurry] : []),
    ...(isUncounted ? [phrases.howManyGuests] : []),
    ...(isNobody ? [phrases.oneServing] : []),
  ];
}
