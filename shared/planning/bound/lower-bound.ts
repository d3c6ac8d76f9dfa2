import type { PlanningProblem } from '#shared/planning/model.ts';
import { Multipliers } from './multipliers.ts';
import { Relaxation } from './relaxation.ts';

/** What no plan can go below, and what is known from proving it. */
export interface LowerBound {
  /** Grosze; the objective of every plan is at least this. */
  readonly bound: number;
  /** By slot and candidate, grosze for a meal: the less, the likelier it is in the best plan. */
  readonly mealPrices: readonly Float64Array[];
}

/** Of the last directions, in each step: subgradients zigzag, their mean does not. */
const MOMENTUM = 0.8;
/** Of the step that would reach the aim if the direction were right. */
const FIRST_LENGTH = 0.5;
/** Steps without a better bound, after which they become shorter. */
const PATIENCE = 6;
const SHORTER = 0.7;
/** Grosze: a bound that is better by less is not counted as better. */
const NOTICED = 1;
/** Grosze that rounding may put on a bound, and more. */
const ROUNDING = 0.01;

/**
 * A bound by subgradient ascent on the multipliers (Held, Wolfe and Crowder, 1974; steps after Polyak). Any of the
 * vectors it comes by gives a valid one, so the best is kept; work is counted in steps.
 * @param upper the objective of some plan: the ascent aims at it
 * @throws RangeError when leftovers are eaten more slots ahead than the relaxation can tell apart
 */
export function lowerBound(problem: PlanningProblem, upper: number, steps: number): LowerBound {
  const multipliers = new Multipliers(problem);
  const relaxation = new Relaxation(problem, multipliers);
  const vector = multipliers.start(problem);
  multipliers.project(vector, problem);
  const gradient = new Float64Array(multipliers.size);
  const direction = new Float64Array(multipliers.size);
  let best = { bound: Number.NEGATIVE_INFINITY, vector: vector.slice() };
  let [length, idle] = [FIRST_LENGTH, 0];
  for (let step = 0; step < steps; step += 1) {
    const bound = relaxation.bound(vector, gradient);
    if (bound > best.bound + NOTICED) idle = 0;
    else idle += 1;
    if (bound > best.bound) best = { bound, vector: vector.slice() };
    if (idle > PATIENCE) [length, idle] = [length * SHORTER, 0];
    let norm = 0;
    for (const [at, part] of gradient.entries()) {
      const mean = step === 0 ? part : MOMENTUM * (direction[at] ?? 0) + (1 - MOMENTUM) * part;
      direction[at] = mean;
      // What would be pushed below zero stays where it is.
      if (mean > 0 || (vector[at] ?? 0) > 0) norm += mean * mean;
    }
    if (norm === 0) break;
    const stride = (length * Math.max(0, upper - bound)) / norm;
    for (const [at, part] of direction.entries()) vector[at] = (vector[at] ?? 0) + stride * part;
    multipliers.project(vector, problem);
  }
  return {
    bound: best.bound - ROUNDING,
    mealPrices: relaxation.mealPrices(best.vector),
  };
}
