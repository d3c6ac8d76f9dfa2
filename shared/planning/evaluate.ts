import { type Cooking, cookingsOf } from './cookings.ts';
import { Kitchen, type KitchenLog } from './kitchen.ts';
import { MAX_EATERS, NOTHING, type Plan, type PlanningProblem } from './model.ts';
import {
  budgetPenalty,
  choicePenalty,
  dishOf,
  mayEatLeftovers,
  repetitionPenalty,
} from './objective.ts';

/** What a plan comes to; money in grosze. */
export interface Evaluation {
  /** What is minimised: weighted waste, what is bought and not kept, minutes and taste, repetition. */
  readonly objective: number;
  /** Expected value of the lots that spoil. */
  readonly waste: number;
  /** The same if nothing were cooked. */
  readonly wasteWithoutPlan: number;
  /** Paid in the shop. */
  readonly cost: number;
  readonly withinBudget: boolean;
  /** Slots without a meal, by index. */
  readonly unplanned: readonly number[];
  readonly cookings: readonly CookedMeal[];
  readonly purchases: readonly Purchase[];
}

export interface CookedMeal extends Cooking {
  readonly uses: readonly { readonly lot: number; readonly share: number; readonly food: number }[];
  /** What is taken of packs that are bought, in the food's unit. */
  readonly bought: readonly { readonly food: number; readonly amount: number }[];
}

export interface Purchase {
  readonly food: number;
  readonly packs: number;
  /** In the food's unit: what of them is cooked, and what is left over. */
  readonly needed: number;
  readonly left: number;
}

/** Goes through a plan day by day and reckons exactly what it takes, buys and leaves. */
export function evaluate(problem: PlanningProblem, plan: Plan): Evaluation {
  const checked = withoutImpossible(problem, plan);
  const log = new MealLog();
  const kitchen = new Kitchen(problem, log);
  const cookings = cookingsOf(problem, checked).map((cooking) => {
    const { day, servings, avoids } = cooking;
    const needs = problem.candidates[cooking.candidate]?.needs ?? [];
    for (const { food, amount } of needs) kitchen.take(food, amount * servings, day, avoids);
    return { ...cooking, ...log.taken() };
  });
  const lots = problem.lots.map((_, index) => index);
  const foods = problem.foods.map((_, index) => index);
  const waste = sum(lots, (lot) => kitchen.wasteOf(lot));
  const cost = sum(foods, (food) => kitchen.costOf(food));
  const kept = sum(foods, (food) => kitchen.keptValueOf(food));
  const times = Map.groupBy(cookings, ({ candidate }) => candidate);
  const choices = checked.map((_, slot) => choicePenalty(problem, checked, slot));
  return {
    objective:
      waste * problem.weights.waste +
      (cost - kept) +
      sum(choices, (penalty) => penalty) +
      sum([...times.values()], ({ length }) => repetitionPenalty(length, problem)) +
      budgetPenalty(cost, problem),
    waste,
    wasteWithoutPlan: sum(problem.lots, ({ value, wasteRisk }) => value * wasteRisk),
    cost,
    withinBudget: problem.budget === null || cost <= problem.budget,
    unplanned: checked.flatMap((choice, slot) =>
      dishOf(checked, choice) === undefined ? slot : [],
    ),
    cookings,
    purchases: foods.flatMap((food) => {
      const packs = kitchen.packs(food);
      if (packs === 0) return [];
      const needed = sum(cookings, ({ bought }) =>
        sum(bought, (one) => (one.food === food ? one.amount : 0)),
      );
      const size = problem.foods[food]?.pack.size ?? 0;
      return { food, packs, needed, left: Math.max(0, packs * size - needed) };
    }),
  };
}

/** A choice that the problem does not allow is none. */
function withoutImpossible(problem: PlanningProblem, plan: Plan): Plan {
  const possible = problem.slots.map(({ options }, index) => {
    const choice = plan[index] ?? NOTHING;
    if (!('cook' in choice)) return choice;
    return options.some(({ candidate }) => candidate === choice.cook) ? choice : NOTHING;
  });
  const eaters = new Map<number, number>();
  return possible.map((choice, index) => {
    if (!('leftoversOf' in choice)) return choice;
    const { leftoversOf: source } = choice;
    const dish = dishOf(possible, choice);
    const count = (eaters.get(source) ?? 0) + 1;
    const may = dish !== undefined && mayEatLeftovers(problem, source, index, dish);
    if (!may || count > MAX_EATERS) return NOTHING;
    eaters.set(source, count);
    return choice;
  });
}

/** Collects what one meal takes. */
class MealLog implements KitchenLog {
  #uses: { lot: number; share: number; food: number }[] = [];
  #bought: { food: number; amount: number }[] = [];

  took(lot: number, share: number, food: number): void {
    this.#uses.push({ lot, share, food });
  }

  bought(food: number, _packs: number, used: number): void {
    this.#bought.push({ food, amount: used });
  }

  usedRest(food: number, amount: number): void {
    this.#bought.push({ food, amount });
  }

  /** Since it was asked last. */
  taken(): Pick<CookedMeal, 'uses' | 'bought'> {
    const taken = { uses: this.#uses, bought: this.#bought };
    this.#uses = [];
    this.#bought = [];
    return taken;
  }
}

function sum<Item>(items: readonly Item[], weigh: (item: Item) => number): number {
  return items.reduce((total, item) => total + weigh(item), 0);
}
