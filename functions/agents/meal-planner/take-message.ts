import { isUserError } from '#shared/errors/user-error.ts';
import {
  type MealPlannerState,
  NEW_STATE,
} from '#shared/orchestration/agents/meal-planner-state.ts';
import { wishesAnything } from '#shared/plan-requests/plan-ask.ts';
import {
  type ListAct,
  namesList,
  namesPlan,
  type PlanAct,
  readAct,
  readListAct,
  speaksOfWhole,
} from '#shared/plan-requests/read-act.ts';
import { readAsk } from '#shared/plan-requests/read-ask.ts';
import { guestsOf } from '#shared/restrictions/session-diners.ts';
import { extractSlots } from '#shared/slots/extract-slots.ts';
import { lockMeals, moveMeal, redoPlan, rewishMeals, swapMeals } from './change-plan.ts';
import { cookMeal, removePlan } from './end-plan.ts';
import { makePlan } from './make-plan.ts';
import { PHRASES } from './phrases.ts';
import { talkOfList } from './shopping.ts';
import { explainPlan, showPlan } from './show-plan.ts';
import type { MealPlannerDeps, PlannerMessage, TalkContext } from './talk-context.ts';
import type { PlannerTurn } from './turn.ts';

/** What one message asks of plans and shopping lists. Nothing is written: changes are proposed. */
export async function takeMessage(
  request: PlannerMessage,
  deps: MealPlannerDeps,
): Promise<PlannerTurn> {
  const context = await contextOf(request, deps);
  const list = listActOf(context);
  const act = readAct(context.message);
  const turn = list === null ? planTurn(context, act) : talkOfList(context, list);
  return await turn.catch((error: unknown): PlannerTurn => {
    // What the planner refuses is told as it words it.
    if (!isUserError(error)) throw error;
    return { act: act ?? list ?? 'unclear', said: [error.text[request.locale]] };
  });
}

async function contextOf(
  { message, locale, state, hasOpenProposal, people, guests, restrictions }: PlannerMessage,
  deps: MealPlannerDeps,
): Promise<TalkContext> {
  const snapshot = await deps.snapshot();
  const { day: today, people: everybody } = snapshot;
  const names = everybody.map(({ name }) => name);
  const slots = await extractSlots(message, { today, language: locale, people: names });
  const ask = { language: locale, today, slots, people: everybody };
  return {
    message,
    locale,
    phrases: PHRASES[locale],
    state: state ?? NEW_STATE,
    isOpen: hasOpenProposal,
    slots,
    read: readAsk(message, ask),
    snapshot,
    who: {
      people: people ?? null,
      guests: guests ?? [],
      heeded: guestsOf(
        restrictions.filter(({ reason }) => reason !== 'without'),
        locale,
      ),
    },
    deps,
  };
}

/** Of the list where it is named, or was talked of; what is bought is of it too. */
function listActOf({ message, read, state }: TalkContext): ListAct | null {
  const act = readListAct(message);
  if (act === null) return null;
  const plan = readAct(message);
  if (namesList(message)) {
    // `Zaplanuj obiady na tydzień i zrób listę zakupów`: the plan comes first.
    const plansFirst = plan === 'make' && read.ask.days !== null && read.ask.meals !== null;
    return plansFirst ? null : act;
  }
  const isOfBuying = act === 'list-tick' || act === 'list-cost' || act === 'list-show';
  const isOther = namesPlan(message) || (plan !== null && plan !== 'show' && plan !== 'cook');
  if (isOther || read.ask.days !== null || read.ask.meals !== null) return null;
  return state.ofList || (isOfBuying && plan === null) ? act : null;
}

async function planTurn(context: TalkContext, act: PlanAct | null): Promise<PlannerTurn> {
  const { state, read, isOpen } = context;
  if (answersAsked(context, act)) return await makePlan(context);
  const isDraft = isOpen && state.draft !== null && state.ask !== null;
  if (act !== 'make' && read.ask.own.some(({ skip }) => skip))
    return isDraft ? await makePlan(context) : removePlan(context);
  const isOfWhole = speaksOfWhole(context.message) && read.ask.days === null;
  if (isOfWhole && (act === 'make' || act === 'swap')) {
    const rewished = isDraft ? await makePlan(context) : await rewishMeals(context);
    if (rewished !== null) return rewished;
  }
  switch (act) {
    case 'make':
      return await makePlan(context);
    case 'show':
      return showPlan(context);
    case 'why':
      return explainPlan(context);
    case 'swap':
      return await swapMeals(context);
    case 'redo':
      return await redoPlan(context);
    case 'lock':
    case 'unlock':
      return await lockMeals(context, act === 'lock');
    case 'move':
      return await moveMeal(context);
    case 'remove':
      return removePlan(context);
    case 'cook':
      return await cookMeal(context);
    case null:
      return await saysMore(context, state);
  }
}

/** What we asked for the plan is said now. */
function answersAsked({ state, read, slots }: TalkContext, act: PlanAct | null): boolean {
  if (state.asked === null || (act !== null && act !== 'make' && act !== 'swap')) return false;
  const { days, meals, budget, own } = read.ask;
  const isSaid = days !== null || meals !== null || budget !== null || own.length > 0;
  return isSaid || wishesAnything(read.ask) || slots.dates.length > 0;
}

/** Wishes alone: of the plan that is proposed, else of meals that are planned, else of a new plan. */
async function saysMore(
  context: TalkContext,
  { ask, draft }: MealPlannerState,
): Promise<PlannerTurn> {
  const { read, isOpen, phrases } = context;
  const { days, meals, budget, own } = read.ask;
  const wishes = wishesAnything(read.ask) || budget !== null || own.length > 0;
  if (isOpen && ask !== null && draft !== null && (wishes || meals !== null || days !== null))
    return await makePlan(context);
  if (wishes && (days !== null || meals !== null || (isOpen && draft !== null))) {
    const rewished = await rewishMeals(context);
    if (rewished !== null) return rewished;
  }
  if (days !== null && !wishes) return showPlan(context);
  if (meals !== null) return await makePlan(context);
  return { act: 'unclear', said: [isOpen ? phrases.waits : phrases.unclear], asks: true };
}
