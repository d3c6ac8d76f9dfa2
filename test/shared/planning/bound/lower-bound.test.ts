import { describe, expect, it } from 'vitest';
import { annealedPlan } from '#shared/planning/anneal.ts';
import { lowerBound } from '#shared/planning/bound/lower-bound.ts';
import { Multipliers } from '#shared/planning/bound/multipliers.ts';
import { Relaxation } from '#shared/planning/bound/relaxation.ts';
import { evaluate } from '#shared/planning/evaluate.ts';
import { greedyPlan } from '#shared/planning/greedy.ts';
import type { PlanningProblem } from '#shared/planning/model.ts';
import { seededRandom } from '#shared/planning/random.ts';
import { drawn } from '#test/support/drawn.ts';
import {
  bestOfAll,
  candidate,
  food,
  problemOf,
  randomProblem,
  slot,
} from '#test/support/planning-problem.ts';

const SMALL = { slots: 4, candidates: 4, foods: 4, lots: 4 };
const LARGE = { slots: 14, candidates: 60, foods: 40, lots: 30 };

describe('a bound', () => {
  it('is below the best of all plans, and not far below it', () => {
    let [bounds, bests] = [0, 0];
    for (let seed = 0; seed < drawn(2000); seed += 1) {
      const problem = variedProblem(seed);
      const best = bestOfAll(problem);
      const { bound } = lowerBound(problem, greedyObjective(problem), 40);
      expect(bound).toBeLessThanOrEqual(best);
      if (problem.budget !== null || best > 1e6) continue;
      bounds += bound;
      bests += best;
    }
    expect(bounds / bests).toBeGreaterThan(0.75);
  });

  it('holds for any multipliers, not only for good ones', () => {
    for (let seed = 0; seed < drawn(2000); seed += 1) {
      const problem = variedProblem(seed);
      const multipliers = new Multipliers(problem);
      const random = seededRandom(seed);
      const vector = Float64Array.from(
        { length: multipliers.size },
        () => ([40, 300, 2000][seed % 3] ?? 0) * random.next(),
      );
      multipliers.project(vector, problem);
      const relaxed = new Relaxation(problem, multipliers);
      const bound = relaxed.bound(vector, new Float64Array(multipliers.size));
      expect(bound).toBeLessThanOrEqual(bestOfAll(problem) + 1e-6);
    }
  });

  it('is below every plan that is found of problems that cannot be tried out', () => {
    for (let seed = 0; seed < drawn(30); seed += 1) {
      const problem = varied(randomProblem(seed, LARGE), seed);
      const found = annealedPlan(problem, { seed, triesPerSlot: 200 });
      const { bound } = lowerBound(problem, greedyObjective(problem), 60);
      expect(bound).toBeLessThanOrEqual(evaluate(problem, found).objective);
    }
  });

  it('is the same for the same problem', () => {
    const problem = randomProblem(7, LARGE);
    const once = lowerBound(problem, greedyObjective(problem), 50);
    expect(lowerBound(problem, greedyObjective(problem), 50)).toEqual(once);
  });

  it('counts a whole pack for a dish that needs a little of it', () => {
    // A tenth of a pack of 5 zł that keeps nothing; nobody else buys it.
    const problem = problemOf({
      slots: [slot(0, 1)],
      candidates: [candidate([{ food: 0, amount: 10 }])],
      foods: [food()],
    });
    const { bound } = lowerBound(problem, 500, 60);
    expect(bound).toBeGreaterThan(490);
    expect(bound).toBeLessThanOrEqual(500);
  });

  it('refuses leftovers that are eaten further ahead than it can tell', () => {
    const slots = Array.from({ length: 40 }, (_, day) =>
      slot(day, 1, { leftoversFrom: day === 39 ? [0] : [] }),
    );
    const problem = problemOf({ days: 40, slots, candidates: [candidate([], 50)] });
    expect(() => lowerBound(problem, 500, 5)).toThrow(RangeError);
  });
});

function greedyObjective(problem: PlanningProblem): number {
  return evaluate(problem, greedyPlan(problem)).objective;
}

function variedProblem(seed: number): PlanningProblem {
  return varied(randomProblem(seed, SMALL), seed);
}

/** Also with lots of which any amount is enough, with budgets, and with several meals to eat of. */
function varied(problem: PlanningProblem, seed: number): PlanningProblem {
  return {
    ...problem,
    budget: [null, 0, 1500, 4000][seed % 4] ?? null,
    foods: problem.foods.map((one, index) => ({
      ...one,
      servedBy: one.servedBy.map((serving, at) =>
        (seed + index + at) % 7 === 0 ? { ...serving, share: 0 } : serving,
      ),
    })),
    slots: problem.slots.map((one, index) => ({
      ...one,
      leftoversFrom:
        seed % 3 === 0 ? Array.from({ length: index }, (_, at) => at) : one.leftoversFrom,
    })),
  };
}
