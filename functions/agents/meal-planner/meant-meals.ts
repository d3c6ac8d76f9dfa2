import { addDays } from '#shared/expiry/plain-date.ts';
import { fold } from '#shared/language/fold.ts';
import type { PlannedSlot } from '#shared/meal-plans/api/plan-schema.ts';
import { spanText } from '#shared/meal-plans/meal-text.ts';
import type { PlanDraft, StoredPlan } from '#shared/meal-plans/records/stored-plan.ts';
import type { TalkContext } from './talk-context.ts';

/** A plan that is talked about: one that is kept, or one that is only proposed. */
export interface MeantPlan {
  readonly stored: StoredPlan | null;
  readonly draft: PlanDraft;
}

export interface MeantMeal extends MeantPlan {
  readonly slot: PlannedSlot;
}

/** The proposal that waits, else the plan that is talked about, else the newest one. */
export function meantPlan(context: TalkContext): MeantPlan | null {
  const { state, snapshot } = context;
  const [open] = openDraft(context);
  if (open !== undefined) return open;
  const stored = snapshot.plans.find(({ id }) => id === state.planId) ?? snapshot.plans[0];
  return stored === undefined ? null : { stored, draft: stored };
}

/** What is proposed and waits: a new plan, or a plan that is kept as it would be. */
function openDraft({ state, isOpen, snapshot }: TalkContext): MeantPlan[] {
  if (!isOpen || state.draft === null) return [];
  const stored = snapshot.plans.find(({ id }) => id === state.planId) ?? null;
  return [{ stored, draft: state.draft }];
}

/** All meals from today on of the plans there are: of two for the same time, the newer one. */
export function plannedMeals(context: TalkContext): MeantMeal[] {
  const { snapshot } = context;
  const open = openDraft(context);
  const kept = snapshot.plans.map((stored) => ({ stored, draft: stored }));
  const found = new Map<string, MeantMeal>();
  for (const plan of [...open, ...kept]) {
    for (const slot of plan.draft.outcome.slots) {
      const key = `${slot.date} ${slot.meal}`;
      if (slot.date >= snapshot.day && !found.has(key)) found.set(key, { ...plan, slot });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.slot.date < b.slot.date ? -1 : 1));
}

/** Whether a message names meals by their day or by what they are. */
export function namesMeals({ read }: Pick<TalkContext, 'read'>): boolean {
  return read.ask.days !== null || read.ask.meals !== null;
}

/**
 * The meals that a message means: by day and meal, by the dish, else those shown last where they are one.
 * Null where it names none.
 */
export function meantMeals(context: TalkContext): MeantMeal[] | null {
  const { message, state, read } = context;
  const { days, meals } = read.ask;
  const all = plannedMeals(context);
  if (namesMeals(context)) {
    const ofMeals = all.filter(({ slot }) => meals?.includes(slot.meal) ?? true);
    return days === null ? ofMeals : ofDays(ofMeals, days);
  }
  const words = foldedStems(message);
  const byDish = all.filter(({ slot }) => {
    const title = foldedStems(slot.recipe.title);
    return title.some((stem) => words.includes(stem));
  });
  if (byDish.length > 0) return byDish;
  const shown = all.filter(({ slot }) => state.shown.includes(slot.id));
  return shown.length === 1 ? shown : null;
}

/** `Czwartek` is this one or that of the plan: who planned next week means next week's. */
function ofDays(meals: readonly MeantMeal[], days: readonly string[]): MeantMeal[] {
  const on = (dates: readonly string[]) => meals.filter(({ slot }) => dates.includes(slot.date));
  const these = on(days);
  return these.length > 0 || days.length > 1 ? these : on(days.map((day) => addDays(day, 7)));
}

/** Long words alone tell dishes apart; as much of each as its other forms begin with. */
function foldedStems(text: string): string[] {
  const words = fold(text).match(/\p{L}{5,}/gu) ?? [];
  return words.map((word) => word.slice(0, Math.max(5, word.length - 2)));
}

/** The days a message names, in words; the meals where it names no day. */
export function whenText({ read, locale, message }: TalkContext): string {
  const [from, to] = [read.ask.days?.[0], read.ask.days?.at(-1)];
  return from === undefined || to === undefined ? message.slice(0, 60) : spanText(from, to, locale);
}
