import { leftOut } from './make-plan.ts';
import { meantMeals, meantPlan, namesMeals, plannedMeals, whenText } from './meant-meals.ts';
import { mealLines, sumsOf, whyLine } from './plan-lines.ts';
import type { TalkContext } from './talk-context.ts';
import type { PlannerTurn } from './turn.ts';

/** As many as can be read at once. */
const MOST_MEALS = 42;
const MOST_REASONS = 7;

/** What is planned, on the days that are named or in all. */
export function showPlan(context: TalkContext): PlannerTurn {
  const { phrases } = context;
  const all = plannedMeals(context);
  if (all.length === 0) return { act: 'show', said: [phrases.noPlan] };
  const meant = meantMeals(context);
  const isNamed = namesMeals(context);
  const shown = (isNamed ? (meant ?? []) : all).slice(0, MOST_MEALS);
  const [first] = shown;
  if (first === undefined)
    return { act: 'show', said: [phrases.nothingPlanned(whenText(context))] };
  const slots = shown.map(({ slot }) => slot);
  const plan = meantPlan(context);
  const isWhole = !isNamed && plan !== null && plan.draft === first.draft;
  return {
    act: 'show',
    said: [
      ...leftOut(context),
      phrases.planned,
      ...mealLines(slots, context),
      ...(isWhole ? [sumsOf(plan.draft.outcome)] : []),
    ],
    meals: { planId: first.stored?.id ?? null, draft: first.draft, slots },
  };
}

/** Why meals stand where they do: what they use and save. */
export function explainPlan(context: TalkContext): PlannerTurn {
  const { phrases, state } = context;
  const all = plannedMeals(context);
  if (all.length === 0) return { act: 'why', said: [phrases.noPlan] };
  const meant = meantMeals(context) ?? all.filter(({ slot }) => state.shown.includes(slot.id));
  const isNamed = namesMeals(context);
  if (meant.length === 0 && isNamed)
    return { act: 'why', said: [phrases.nothingPlanned(whenText(context))] };
  const told = (meant.length === 0 ? all : meant).slice(0, MOST_REASONS);
  const [first] = told;
  if (first === undefined) return { act: 'why', said: [phrases.noPlan] };
  const slots = told.map(({ slot }) => slot);
  return {
    act: 'why',
    said: slots.map((slot) => whyLine(slot, context)),
    meals: { planId: first.stored?.id ?? null, draft: first.draft, slots },
  };
}
