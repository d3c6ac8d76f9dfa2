import { notInPlan, whichMeal } from './change-plan.ts';
import { meantMeals, meantPlan } from './meant-meals.ts';
import { slotLabel } from './plan-lines.ts';
import type { TalkContext } from './talk-context.ts';
import type { PlannerTurn } from './turn.ts';
import { writtenDish } from './written-dish.ts';

/** A whole plan goes; of a proposal that waits there is nothing to delete. */
export function removePlan(context: TalkContext): PlannerTurn {
  const { phrases, read, snapshot, state, isOpen } = context;
  const { days, meals, own } = read.ask;
  if (days !== null || meals !== null || own.length > 0)
    return { act: 'remove', said: [phrases.cannotDropMeal] };
  if (isOpen && state.draft !== null && state.planId === null)
    return { act: 'remove', said: [phrases.waits] };
  const stored = meantPlan(context)?.stored ?? null;
  if (stored === null) return { act: 'remove', said: [phrases.noPlan] };
  const dates = stored.outcome.slots.map(({ date }) => date);
  const [from, to] = [dates[0] ?? snapshot.day, dates.at(-1) ?? snapshot.day];
  const { id: planId, version } = stored;
  return {
    act: 'remove',
    said: [],
    proposal: { kind: 'meal-plan-removal', planId, version, from, to },
    state: { planId },
  };
}

/** A planned meal was cooked: its food goes from the pantry once that is confirmed. */
export async function cookMeal(context: TalkContext): Promise<PlannerTurn> {
  const { phrases, deps } = context;
  const meant = meantMeals(context);
  if (meant === null) return whichMeal(context, 'cook');
  const [only, ...others] = meant;
  if (only === undefined) return notInPlan(context, 'cook');
  if (others.length > 0) return whichMeal(context, 'cook');
  const { slot, stored, draft } = only;
  if (stored === null) return { act: 'cook', said: [phrases.saveFirst] };
  const planId = stored.id;
  const meals = { planId, draft, slots: [slot] };
  if (slot.cookedId !== null) return { act: 'cook', said: [phrases.alreadyCooked], meals };
  if (slot.leftoversOf !== null) {
    const source = draft.outcome.slots.find(({ id }) => id === slot.leftoversOf);
    const label =
      source === undefined ? '' : `${slotLabel(source, context)}: ${source.recipe.title}`;
    return { act: 'cook', said: [phrases.ofLeftovers(label)], meals };
  }
  const { id: slotId, date, meal } = slot;
  const recipe = writtenDish(await deps.recipes([slot.recipe.id]), slot.recipe.id);
  return {
    act: 'cook',
    said: [],
    proposal: { kind: 'meal-plan-cook', planId, slotId, date, meal, recipe },
    meals,
    state: { planId },
  };
}
