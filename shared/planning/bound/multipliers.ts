import { OVER_BUDGET, type PlanningProblem } from '#shared/planning/model.ts';

/**
 * Where the Lagrange multipliers of a problem lie in one vector. All are grosze and at least 0:
 * - of a lot: for all of it; it cannot be used twice
 * - of a food: for a pack of it; there are at least as many packs as are used
 * - of a candidate: for each cooking; each after the first is a repetition
 * - of a need of a candidate: for buying all of it; whoever buys a food buys at least one pack
 * - of the budget: for spending all of it, or 1 zł where there is less
 */
export class Multipliers {
  readonly lots = 0;
  readonly foods: number;
  readonly candidates: number;
  /** The first need of each candidate, then one past the last. */
  readonly needs: readonly number[];
  readonly budget: number;
  /** Grosze that the multiplier of the budget is for; infinite without a budget. */
  readonly spending: number;
  readonly size: number;

  constructor({ lots, foods, candidates, budget }: PlanningProblem) {
    this.foods = lots.length;
    this.candidates = this.foods + foods.length;
    const needs = [this.candidates + candidates.length];
    for (const one of candidates) needs.push((needs.at(-1) ?? 0) + one.needs.length);
    this.needs = needs;
    this.budget = needs.at(-1) ?? 0;
    this.spending = budget === null ? Number.POSITIVE_INFINITY : Math.max(100, budget);
    this.size = this.budget + 1;
  }

  /** From where ascent begins: most of what lots would lose, packs at most of their price. */
  start({ lots, foods, weights }: PlanningProblem): Float64Array {
    const vector = new Float64Array(this.size);
    for (const [lot, { value, wasteRisk }] of lots.entries()) {
      vector[this.lots + lot] = 0.9 * weights.waste * value * wasteRisk;
    }
    for (const [food, { pack }] of foods.entries()) {
      vector[this.foods + food] = 0.7 * pack.price * (1 - pack.keptShare);
    }
    return vector;
  }

  /** Puts a vector back to where a bound is finite. */
  project(vector: Float64Array, { foods, candidates, weights, budget }: PlanningProblem): void {
    for (const [at, value] of vector.entries()) if (value < 0) vector[at] = 0;
    for (const [food, { pack }] of foods.entries()) {
      const most = pack.price * (1 - pack.keptShare);
      vector[this.foods + food] = Math.min(most, vector[this.foods + food] ?? 0);
    }
    for (const candidate of candidates.keys()) {
      const [from = 0, to = 0] = this.needs.slice(candidate, candidate + 2);
      let sum = vector[this.candidates + candidate] ?? 0;
      for (let at = from; at < to; at += 1) sum += vector[at] ?? 0;
      // A dish may be cooked again at the price of a repetition: it saves no more than that.
      if (sum <= weights.repetition) continue;
      const part = weights.repetition / sum;
      vector[this.candidates + candidate] = (vector[this.candidates + candidate] ?? 0) * part;
      for (let at = from; at < to; at += 1) vector[at] = (vector[at] ?? 0) * part;
    }
    const most = budget === null ? 0 : OVER_BUDGET * this.spending;
    vector[this.budget] = Math.min(most, vector[this.budget] ?? 0);
  }
}
