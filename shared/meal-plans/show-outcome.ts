import { toMoney } from '#shared/money/money.ts';
import { type BoundedPlan, gapOf } from '#shared/planning/bound/bounded-plan.ts';
import type { CookedMeal } from '#shared/planning/evaluate.ts';
import { dishOf } from '#shared/planning/objective.ts';
import { baseUnitOf, writtenAmount } from '#shared/quantities/base-unit.ts';
import type { FreezingAdvice } from './api/freezing-advice.ts';
import type { PlannedSlot, Violation } from './api/plan-schema.ts';
import type { PlanStatus } from './api/plan-status.ts';
import { type Freezing, freezingOf } from './freezing.ts';
import { preparationsOf } from './preparations.ts';
import type { BuiltProblem } from './problem/build-problem.ts';
import type { PlanningFacts, ValuedLot } from './problem/facts.ts';
import { reasonsOf } from './reasons.ts';
import type { Outcome, WishedMeal } from './records/stored-plan.ts';

/** A solution as the API shows it. */
export function showOutcome(
  built: BuiltProblem,
  solution: BoundedPlan,
  meals: readonly WishedMeal[],
  facts: Pick<PlanningFacts, 'today' | 'cookedDaysAgo' | 'forecast' | 'locale'>,
): Outcome {
  const { evaluation, bound } = solution;
  const gap = gapOf(solution);
  const { waste, wasteWithoutPlan, cost, objective } = evaluation;
  return {
    status: 'done',
    problem: null,
    slots: meals.flatMap((meal, index) => showSlot(built, solution, meal, index, facts) ?? []),
    waste: toMoney(Math.round(waste)),
    wasteAvoided: toMoney(Math.round(wasteWithoutPlan - waste)),
    freeze: freezingOf(built, evaluation, facts.today).flatMap((one) => showFreezing(built, one)),
    cost: toMoney(Math.round(cost)),
    objective: Math.round(objective) / 100,
    // Down, so that it stays true.
    bound: gap === 0 ? Math.round(objective) / 100 : Math.floor(bound) / 100,
    gap: gap === null ? null : Math.ceil(gap * 10_000) / 10_000,
    weather: facts.forecast.length > 0,
    violations: [],
  };
}

/** What is shown and kept where wishes stand in the way: no meal at all. */
export function infeasible(violations: readonly Violation[]): Outcome {
  return { ...emptyOutcome('infeasible'), violations: [...violations] };
}

/** Of a plan without meals. */
export function emptyOutcome(status: Exclude<PlanStatus, 'done'>): Outcome {
  const none = toMoney(0);
  return {
    status,
    problem: null,
    slots: [],
    waste: none,
    wasteAvoided: none,
    freeze: [],
    cost: none,
    objective: 0,
    bound: null,
    gap: null,
    weather: false,
    violations: [],
  };
}

function showSlot(
  built: BuiltProblem,
  { plan, evaluation }: BoundedPlan,
  meal: WishedMeal,
  index: number,
  facts: Pick<PlanningFacts, 'cookedDaysAgo' | 'forecast' | 'locale'>,
): PlannedSlot | undefined {
  const { candidates, problem, wishes } = built;
  const choice = plan[index];
  const dish = dishOf(plan, choice);
  const indexed = dish === undefined ? undefined : candidates[dish];
  const gated = wishes[index];
  if (choice === undefined || indexed === undefined || gated === undefined) return undefined;
  const cooking = evaluation.cookings.find(({ slot }) => slot === index);
  const source = 'leftoversOf' in choice ? (wishes[choice.leftoversOf]?.wish.id ?? null) : null;
  const saved = (cooking?.uses ?? []).reduce((sum, { lot, share }) => {
    const { value = 0, wasteRisk = 0 } = problem.lots[lot] ?? {};
    return sum + share * value * wasteRisk;
  }, 0);
  const { recipe, minutes } = indexed;
  return {
    id: meal.id,
    date: meal.date,
    meal: meal.meal,
    people: meal.people,
    guests: meal.guests,
    recipe: { id: recipe.id, title: recipe.title, minutes },
    servings: gated.wish.servings,
    leftoversOf: source,
    locked: meal.locked,
    cookedId: null,
    uses: cooking === undefined ? [] : usesOf(built, cooking),
    buys: cooking === undefined ? [] : buysOf(built, cooking),
    saves: toMoney(Math.round(saved)),
    prepare:
      cooking === undefined ? [] : preparationsOf(built, { indexed, cooking, meal }, facts.locale),
    why: reasonsOf(built, { indexed, gated, cooking, saved, isLeftovers: source !== null }, facts),
  };
}

/** Each lot once, with all that the meal takes of it. */
function usesOf({ lots }: BuiltProblem, { uses }: CookedMeal): PlannedSlot['uses'] {
  return [...Map.groupBy(uses, ({ lot }) => lot)].flatMap(([index, taken]) => {
    const lot = lots[index];
    if (lot === undefined) return [];
    const share = taken.reduce((sum, one) => sum + one.share, 0);
    return [{ lotId: lot.id, product: lot.name, quantity: partOf(lot, share) }];
  });
}

function showFreezing({ lots }: BuiltProblem, freezing: Freezing): FreezingAdvice[] {
  const lot = lots[freezing.lot];
  if (lot === undefined) return [];
  const { share, by, until, saves } = freezing;
  const what = { lotId: lot.id, product: lot.name, quantity: partOf(lot, share) };
  return [{ ...what, by, until, saves: toMoney(Math.round(saves)) }];
}

/** Nothing where the unit is not one that recipes have, or any of it is enough. */
function partOf({ unit: written, amount }: ValuedLot, share: number) {
  const [base, factor] = baseUnitOf(written);
  const unit = UNITS.find((one) => one === base);
  if (share === 0 || unit === undefined) return null;
  return { value: writtenAmount(amount * factor * share), unit };
}

function buysOf({ foods }: BuiltProblem, { bought }: CookedMeal): PlannedSlot['buys'] {
  return [...Map.groupBy(bought, ({ food }) => food)].flatMap(([index, parts]) => {
    const food = foods[index];
    if (food === undefined) return [];
    const amount = parts.reduce((sum, part) => sum + part.amount, 0);
    return [{ product: food.name, quantity: { value: writtenAmount(amount), unit: food.unit } }];
  });
}

const UNITS = ['g', 'ml', 'szt', 'opak'] as const;
