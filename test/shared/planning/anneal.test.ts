import { describe, expect, it } from 'vitest';
import { annealedPlan } from '#shared/planning/anneal.ts';
import { evaluate } from '#shared/planning/evaluate.ts';
import { exhaustivePlan } from '#shared/planning/exhaustive.ts';
import { greedyPlan } from '#shared/planning/greedy.ts';
import type { Choice } from '#shared/planning/model.ts';
import { seededRandom } from '#shared/planning/random.ts';
import { PlanSearch } from '#shared/planning/search.ts';
import { drawn } from '#test/support/drawn.ts';
import { bestOfAll, randomProblem } from '#test/support/planning-problem.ts';
import { randomPlan } from '#test/support/random-plan.ts';

const SIZE = { slots: 10, candidates: 15, foods: 14, lots: 10 };
const SMALL = { slots: 4, candidates: 5, foods: 5, lots: 4 };

describe('searching a plan', () => {
  it('reckons after each change what evaluating the whole plan does', () => {
    for (let seed = 0; seed < drawn(300); seed += 1) {
      const problem = { ...randomProblem(seed, SIZE), budget: seed % 2 === 0 ? 4000 : null };
      const random = seededRandom(seed);
      const search = new PlanSearch(problem, randomPlan(problem, random));
      for (let step = 0; step < 60; step += 1) {
        const slot = random.below(problem.slots.length);
        const { options = [], leftoversFrom: [source] = [] } = problem.slots[slot] ?? {};
        const option = options[random.below(options.length)];
        const choice: Choice | undefined =
          source !== undefined && random.next() < 0.4
            ? { leftoversOf: source }
            : option && { cook: option.candidate };
        if (choice === undefined) continue;
        const before = search.plan;
        const growth = search.change([{ slot, choice }]);
        expect(search.objective).toBeCloseTo(evaluate(problem, search.plan).objective, 4);
        if (growth === undefined) expect(search.plan).toEqual(before);
        else if (random.next() < 0.3) {
          search.undo();
          expect(search.plan).toEqual(before);
          expect(search.objective).toBeCloseTo(evaluate(problem, before).objective, 4);
        }
      }
    }
  });

  it('is never worse than the greedy plan', () => {
    for (let seed = 0; seed < drawn(200); seed += 1) {
      const problem = randomProblem(seed, SIZE);
      const greedy = evaluate(problem, greedyPlan(problem)).objective;
      const planned = evaluate(problem, annealedPlan(problem, { seed, triesPerSlot: 50 }));
      expect(planned.objective).toBeLessThanOrEqual(greedy + 1e-6);
    }
  });

  it('finds the best of all plans of small problems, or nearly always without trying them all', () => {
    let found = 0;
    const count = drawn(200);
    for (let seed = 0; seed < count; seed += 1) {
      const problem = randomProblem(seed, SMALL);
      const best = bestOfAll(problem);
      const planned = evaluate(problem, annealedPlan(problem, { seed })).objective;
      expect(planned).toBeGreaterThan(best - 1e-6);
      const tried = exhaustivePlan(problem) ?? [];
      expect(evaluate(problem, tried).objective).toBeCloseTo(best, 6);
      if (planned < best + 1e-6) found += 1;
    }
    expect(found / count).toBeGreaterThanOrEqual(0.9);
  });

  it('does not try all plans where there are too many', () => {
    expect(exhaustivePlan(randomProblem(1, SIZE))).toBeUndefined();
  });

  it('gives the same plan for the same seed', () => {
    const problem = randomProblem(7, SIZE);
    expect(annealedPlan(problem, { seed: 3 })).toEqual(annealedPlan(problem, { seed: 3 }));
  });

  it('stays within the budget where that is possible', () => {
    for (let seed = 0; seed < drawn(100); seed += 1) {
      const problem = randomProblem(seed, SIZE);
      const free = evaluate(problem, annealedPlan(problem, { seed }));
      const tight = { ...problem, budget: Math.ceil(free.cost) };
      expect(evaluate(tight, annealedPlan(tight, { seed })).withinBudget).toBe(true);
    }
  });
});
