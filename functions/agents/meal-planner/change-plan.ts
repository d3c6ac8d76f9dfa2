import type { PlannedSlot, SlotChange } from '#shared/meal-plans/api/plan-schema.ts';
import { isFixed } from '#shared/meal-plans/change-plan.ts';
import { wishesAnything } from '#shared/plan-requests/plan-ask.ts';
import { keepsSome, type PlanAct, speaksOfWhole } from '#shared/plan-requests/read-act.ts';
import { inTheWay, leftOut } from './make-plan.ts';
import {
  type MeantMeal,
  type MeantPlan,
  meantMeals,
  meantPlan,
  namesMeals,
  plannedMeals,
  whenText,
} from './meant-meals.ts';
import { mealLines, slotLabel, sumsOf, understood } from './plan-lines.ts';
import { avoided } from './plan-request.ts';
import type { TalkContext } from './talk-context.ts';
import type { PlannerTurn, Said } from './turn.ts';

const MOST_NAMED = 10;

/** Another dish for the meals that are named, or other wishes for them. */
export async function swapMeals(context: TalkContext): Promise<PlannerTurn> {
  const meant = meantMeals(context);
  if (meant === null) return whichMeal(context, 'swap');
  const [first] = meant;
  if (first === undefined) return notInPlan(context, 'swap');
  const changes = ofPlan(meant, first).map(({ slot }) => changeOf(context, slot, { swap: true }));
  return await changed(context, 'swap', first, changes, heard(context));
}

/** The meals that are named keep their dishes, or need not any more. */
export async function lockMeals(context: TalkContext, locked: boolean): Promise<PlannerTurn> {
  const act = locked ? 'lock' : 'unlock';
  const meant = meantMeals(context);
  if (meant === null && context.isOpen) return { act, said: [context.phrases.waits], asks: true };
  if (meant === null) return whichMeal(context, act);
  const [first] = meant;
  if (first === undefined) return notInPlan(context, act);
  const changes = ofPlan(meant, first).map(({ slot }) => ({ id: slot.id, locked }));
  return await changed(context, act, first, changes);
}

/** Other dishes for all but the meals that are named to be kept; for those that are named, where none is kept. */
export async function redoPlan(context: TalkContext): Promise<PlannerTurn> {
  const plan = meantPlan(context);
  if (plan === null) return { act: 'redo', said: [context.phrases.noPlan] };
  const meant = meantMeals(context) ?? [];
  const isNamed = namesMeals(context);
  if (isNamed && meant.length === 0) return notInPlan(context, 'redo');
  const named = new Set(isNamed ? meant.map(({ slot }) => slot.id) : []);
  const keeps = keepsSome(context.message);
  const open = plan.draft.outcome.slots.filter((slot) => isOpen(slot, plan, context));
  const swapped = open.filter(({ id, locked }) => {
    return keeps || !isNamed ? !named.has(id) && !locked : named.has(id);
  });
  const kept = keeps ? open.filter(({ id }) => named.has(id)) : [];
  return await changed(context, 'redo', plan, [
    ...kept.map(({ id }) => ({ id, locked: true })),
    ...swapped.map((slot) => changeOf(context, slot, { swap: true })),
  ]);
}

/** Two meals exchange their dishes: more of moving a plan cannot do. */
export async function moveMeal(context: TalkContext): Promise<PlannerTurn> {
  const { phrases } = context;
  const meant = meantMeals(context) ?? [];
  const [one, ...others] = meant;
  const other = others.find(({ slot }) => slot.date !== one?.slot.date);
  const both = [one, other].flatMap((meal) => meal ?? []);
  const canMove = both.every(
    ({ slot, ...plan }) => isOpen(slot, plan, context) && slot.leftoversOf === null,
  );
  if (
    one === undefined ||
    other === undefined ||
    one.draft !== other.draft ||
    context.read.ask.days?.length !== 2 ||
    !canMove ||
    others.length > 1
  )
    return { act: 'move', said: [phrases.cannotMove] };
  const changes = [
    { id: one.slot.id, recipeId: other.slot.recipe.id },
    { id: other.slot.id, recipeId: one.slot.recipe.id },
  ];
  return await changed(context, 'move', one, changes, [phrases.swappedPlaces]);
}

/** Other wishes for meals that are named, or for the whole plan, without another dish being asked for. */
export async function rewishMeals(context: TalkContext): Promise<PlannerTurn | null> {
  const isWhole = speaksOfWhole(context.message);
  const all = plannedMeals(context);
  const { shown } = context.state;
  const last = all.filter(({ slot }) => context.isOpen && shown.includes(slot.id));
  const meant = isWhole ? all : (meantMeals(context) ?? last);
  const [first] = meant;
  const { read } = context;
  const wishes = wishesAnything(read.ask) || read.ask.own.length > 0;
  if (first === undefined || !wishes || first.stored === null) return null;
  const changes = ofPlan(meant, first).map(({ slot }) => changeOf(context, slot, {}));
  return await changed(context, 'swap', first, changes, heard(context));
}

/** What was understood besides which meals are meant, and what was not. */
function heard(context: TalkContext): Said[] {
  const wishes = { ...context.read.ask, meals: null, own: [] };
  return [...leftOut(context), ...understood(wishes, context)];
}

async function changed(
  context: TalkContext,
  act: PlanAct,
  { stored, draft }: MeantPlan,
  changes: readonly SlotChange[],
  before: readonly Said[] = [],
): Promise<PlannerTurn> {
  const { phrases, deps, isOpen: open, state } = context;
  const made = await deps.replan(draft, changes);
  if (made.violations.length > 0) {
    const said = inTheWay(context, { outcome: { ...draft.outcome, violations: made.violations } });
    return { act, said: [...before, said], asks: true, state: { shown: state.shown } };
  }
  const slots = made.draft.outcome.slots.filter((slot) => isSeen(slot, draft));
  if (slots.length === 0) return { act, said: [...before, phrases.unchanged] };
  const lines = [phrases.changed, ...mealLines(slots, context), sumsOf(made.draft.outcome)];
  const replaces = open && state.draft !== null;
  return {
    act,
    said: [...before, ...lines],
    proposal:
      stored === null
        ? { kind: 'meal-plan', draft: made.draft }
        : {
            kind: 'meal-plan-change',
            planId: stored.id,
            version: stored.version,
            draft: made.draft,
            changed: [...made.changed],
          },
    replaces,
    meals: { planId: stored?.id ?? null, draft: made.draft, slots },
    state: {
      planId: stored?.id ?? null,
      draft: made.draft,
      ask: stored === null ? state.ask : null,
    },
  };
}

/** That a meal takes another lot than before nobody asked to know. */
function isSeen(slot: PlannedSlot, { outcome }: MeantPlan['draft']): boolean {
  const was = outcome.slots.find(({ id }) => id === slot.id);
  return (
    was === undefined ||
    was.recipe.id !== slot.recipe.id ||
    was.servings !== slot.servings ||
    was.leftoversOf !== slot.leftoversOf ||
    was.locked !== slot.locked
  );
}

function changeOf(
  { read, who, snapshot }: TalkContext,
  { id, people }: PlannedSlot,
  change: Pick<SlotChange, 'swap'>,
): SlotChange {
  const { minutes, servings, avoid, people: eat } = read.ask;
  const bans = avoided(avoid, { people: eat ?? people }, who, snapshot.people);
  return {
    id,
    ...change,
    ...(minutes !== null && { maxMinutes: minutes }),
    ...(servings !== null && { servings }),
    ...(eat !== null && { people: [...eat] }),
    ...(bans.length > 0 && { avoid: bans }),
  };
}

/** Meals of several plans change one plan after the other. */
function ofPlan(meals: readonly MeantMeal[], { draft }: MeantPlan): MeantMeal[] {
  return meals.filter((meal) => meal.draft === draft);
}

function isOpen(slot: PlannedSlot, { draft }: MeantPlan, { snapshot }: TalkContext): boolean {
  return slot.date >= snapshot.day && !isFixed(slot, draft);
}

/** Asks for one of the meals there are; without a plan, says so. */
export function whichMeal(context: TalkContext, act: PlanAct): PlannerTurn {
  const plan = meantPlan(context);
  if (plan === null) return { act, said: [context.phrases.noPlan] };
  const open = plan.draft.outcome.slots.filter(({ date }) => date >= context.snapshot.day);
  const labels = open.slice(0, MOST_NAMED).map((slot) => slotLabel(slot, context));
  return { act, said: [context.phrases.whichMeal(labels)], asks: true };
}

export function notInPlan(context: TalkContext, act: PlanAct): PlannerTurn {
  if (meantPlan(context) === null) return { act, said: [context.phrases.noPlan] };
  return { act, said: [context.phrases.notInPlan(whenText(context))], asks: true };
}
