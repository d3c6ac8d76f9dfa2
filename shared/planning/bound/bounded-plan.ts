import { annealedPlan } from '#shared/planning/anneal.ts';
import { type Evaluation, evaluate } from '#shared/planning/evaluate.ts';
import { exhaustivePlan } from '#shared/planning/exhaustive.ts';
import { greedyPlan } from '#shared/planning/greedy.ts';
import type { Plan, PlanningProblem } from '#shared/planning/model.ts';
import { type LowerBound, lowerBound } from './lower-bound.ts';

/** How long a plan is searched, counted in work, so that it is the same on any machine. */
export interface Effort {
  /** Of the ascent to a bound. */
  readonly steps: number;
  readonly triesPerSlot: number;
  /** Searches that begin anew, by seeds of their own; the best of them counts. */
  readonly starts: number;
}

/** For somebody who waits: a second of processor for a week of full size. */
export const QUICK: Effort = { steps: 120, triesPerSlot: 700, starts: 1 };
/** For whoever does not wait: some seven seconds of it. */
export const THOROUGH: Effort = { steps: 400, triesPerSlot: 3000, starts: 3 };

/** A plan with what it comes to, and what no plan can go below. */
export interface BoundedPlan {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** Grosze; the objective itself where all plans were tried. */
  readonly bound: number;
}

export interface PlanOptions {
  readonly seed: number;
  readonly effort: Effort;
  /** To begin with; the greedy plan when left out. */
  readonly start?: Plan;
}

/**
 * The best plan there is, where all can be tried, else the best that annealing finds among the dishes which the
 * proof of the bound has shown to be cheap. Never worse than what it began with.
 */
export function boundedPlan(
  problem: PlanningProblem,
  { seed, effort, start }: PlanOptions,
): BoundedPlan {
  const best = exhaustivePlan(problem);
  if (best !== undefined) {
    const evaluation = evaluate(problem, best);
    return { plan: best, evaluation, bound: evaluation.objective };
  }
  const greedy = greedyPlan(problem);
  const lower = lowerBound(problem, evaluate(problem, greedy).objective, effort.steps);
  const search = {
    start: start ?? greedy,
    promising: promisingDishes(lower),
    triesPerSlot: effort.triesPerSlot,
  };
  const found = Array.from({ length: effort.starts }, (_, at) => {
    const plan = annealedPlan(problem, { ...search, seed: seed + at });
    return { plan, evaluation: evaluate(problem, plan), bound: lower.bound };
  });
  return found.reduce((a, b) => (b.evaluation.objective < a.evaluation.objective ? b : a));
}

/** Dishes of a meal that are tried more often than the others. */
const MOST_PROMISING = 12;

function promisingDishes({ mealPrices }: LowerBound): number[][] {
  return mealPrices.map((prices) =>
    [...prices.entries()]
      .filter(([, price]) => price < Number.POSITIVE_INFINITY)
      .sort(([, a], [, b]) => a - b)
      .slice(0, MOST_PROMISING)
      .map(([dish]) => dish),
  );
}

/** How much less than its objective a plan may cost at most, as a part of it; null where it costs nothing. */
export function gapOf({
  evaluation: { objective },
  bound,
}: Omit<BoundedPlan, 'plan'>): number | null {
  if (bound >= objective) return 0;
  return objective === 0 ? null : (objective - bound) / Math.abs(objective);
}
