import * as z from 'zod/mini';
import type { MealPlannerData } from '#shared/orchestration/agents/meal-planner-data.ts';
import {
  type MealPlannerState,
  NEW_STATE,
} from '#shared/orchestration/agents/meal-planner-state.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import { priceOf } from '#shared/shopping/price-of.ts';
import { takeMessage } from './take-message.ts';
import type { MealPlannerDeps, PlannerMessage } from './talk-context.ts';
import type { PlannerTurn, Said, SaidMeal } from './turn.ts';
import { writtenDish } from './written-dish.ts';

const MOST_SHOWN = 50;
const NO_RECIPES: ReadonlyMap<string, WrittenRecipe> = new Map();

/**
 * Plans meals, tells what is planned and why, changes plans and keeps shopping lists, by talk. Dishes are
 * words, which the gate reads; what is to be bought or avoided is facts. Whatever changes is a proposal.
 */
export async function* mealPlannerAgent(
  request: PlannerMessage,
  deps: MealPlannerDeps,
): AsyncGenerator<AgentEvent> {
  yield { type: 'tool', name: 'meal-planner' };
  const turn = await takeMessage(request, deps);
  const name = turn.asks === true ? 'clarify' : turn.act;
  yield { type: 'intent', intent: { name, confidence: 0.9, source: 'rules' } };
  const dishes = turn.said.flatMap((said) => (isMeal(said) ? said.recipeId : []));
  const recipes = dishes.length === 0 ? NO_RECIPES : await deps.recipes([...new Set(dishes)]);
  for (const said of turn.said) {
    // Each is a line by itself: the gate may withhold one and leave the others.
    if (typeof said === 'string') yield { type: 'token', text: `${said}\n` };
    else if (isMeal(said)) yield dishOf(said, recipes);
    else yield { type: 'notice', notice: { about: 'planning', fact: said } };
  }
  const { proposal, replaces = false } = turn;
  if (proposal !== undefined) yield { type: 'proposal', proposal, replaces };
  yield { type: 'data', data: z.parse(z.json(), dataOf(turn)) };
  yield {
    type: 'state',
    state: z.parse(z.json(), stateAfter(request.state ?? NEW_STATE, turn, request.hasOpenProposal)),
  };
}

function isMeal(said: Said): said is SaidMeal {
  return typeof said !== 'string' && 'recipeId' in said;
}

function dishOf(
  { recipeId, before, remarks }: SaidMeal,
  recipes: ReadonlyMap<string, WrittenRecipe>,
): AgentEvent {
  const recipe = writtenDish(recipes, recipeId);
  return { type: 'dish', before, remarks: [...remarks], recipe };
}

function dataOf({ meals, list }: PlannerTurn): MealPlannerData {
  return {
    mealPlan:
      meals === undefined
        ? null
        : {
            planId: meals.planId,
            slots: [...meals.slots],
            cost: meals.draft.outcome.cost,
            wasteAvoided: meals.draft.outcome.wasteAvoided,
            violations: [...(meals.violations ?? [])],
          },
    shoppingList:
      list === undefined
        ? null
        : { listId: list.listId, items: [...list.items], price: priceOf(list.items) },
  };
}

/** What was asked back is asked once; what was proposed and decided is no draft any more. */
function stateAfter(
  before: MealPlannerState,
  { meals, state }: PlannerTurn,
  isOpen: boolean,
): MealPlannerState {
  const shown = meals?.slots.slice(0, MOST_SHOWN).map(({ id }) => id) ?? before.shown;
  const planId = meals?.planId ?? before.planId;
  const draft = isOpen ? before.draft : null;
  return { ...before, asked: null, ofList: false, draft, planId, shown, ...state };
}
