import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/planning/evaluate.ts';
import { randomPlan } from '#shared/planning/greedy.ts';
import { WEIGHTS } from '#shared/planning/model.ts';
import { seededRandom } from '#shared/planning/random.ts';
import { drawn } from '#test/support/drawn.ts';
import {
  candidate,
  food,
  lot,
  NOBODY,
  problemOf,
  randomProblem,
  slot,
} from '#test/support/planning-problem.ts';

const HALF = 1 / 200;

describe('evaluating a plan', () => {
  it('takes what expires first, then the next lot, and buys whole packs for the rest', () => {
    const problem = problemOf({
      lots: [lot({ lastDay: 1 }), lot({ lastDay: 2 })],
      foods: [
        food([
          { lot: 0, share: HALF },
          { lot: 1, share: HALF },
        ]),
      ],
      candidates: [candidate([{ food: 0, amount: 150 }])],
      slots: [slot(0, 1), slot(1, 1), slot(2, 1)],
    });
    const { cookings, purchases, waste, cost } = evaluate(problem, [
      { cook: 0 },
      { cook: 0 },
      { cook: 0 },
    ]);
    expect(cookings.map(({ uses }) => uses.map(({ lot, share }) => [lot, share]))).toEqual([
      [[0, 0.75]],
      [
        [0, 0.25],
        [1, 0.5],
      ],
      [[1, 0.5]],
    ]);
    expect(purchases).toEqual([{ food: 0, packs: 1, needed: 50, left: 50 }]);
    expect({ waste, cost }).toEqual({ waste: 0, cost: 500 });
  });

  it('counts what is left of a lot by its value and risk', () => {
    const problem = problemOf({
      lots: [lot({ wasteRisk: 0.5 })],
      foods: [food([{ lot: 0, share: HALF }])],
      candidates: [candidate([{ food: 0, amount: 50 }])],
      slots: [slot(0, 1)],
    });
    const { waste, wasteWithoutPlan, objective } = evaluate(problem, [{ cook: 0 }]);
    expect({ waste, wasteWithoutPlan }).toEqual({ waste: 375, wasteWithoutPlan: 500 });
    expect(objective).toBe(375 * WEIGHTS.waste);
  });

  it('takes nothing of a lot after its last day, nor one that somebody who eats must not have', () => {
    const problem = problemOf({
      lots: [lot({ lastDay: 0 }), lot()],
      foods: [
        food([
          { lot: 0, share: HALF },
          { lot: 1, share: HALF },
        ]),
      ],
      candidates: [candidate([{ food: 0, amount: 100 }])],
      slots: [slot(1, 1, { avoids: new Set([1]) })],
    });
    const { cookings, purchases } = evaluate(problem, [{ cook: 0 }]);
    expect(cookings[0]?.uses).toEqual([]);
    expect(purchases).toEqual([{ food: 0, packs: 1, needed: 100, left: 0 }]);
  });

  it('uses an opened pack while it keeps, and opens another one after that', () => {
    const problem = problemOf({
      foods: [food([], { keepsDays: 1 })],
      candidates: [candidate([{ food: 0, amount: 40 }])],
      slots: [slot(0, 1), slot(1, 1), slot(2, 1)],
    });
    const { purchases } = evaluate(problem, [{ cook: 0 }, { cook: 0 }, { cook: 0 }]);
    expect(purchases).toEqual([{ food: 0, packs: 2, needed: 120, left: 80 }]);
  });

  it('cooks once for two meals, without a lot that an eater of the second must not have', () => {
    const problem = problemOf({
      lots: [lot()],
      foods: [food([{ lot: 0, share: HALF }])],
      candidates: [candidate([{ food: 0, amount: 100 }])],
      slots: [
        slot(0, 1, { servings: 2 }),
        slot(1, 1, { servings: 3, leftoversFrom: [0], avoids: new Set([0]) }),
      ],
    });
    const { cookings, cost, unplanned } = evaluate(problem, [{ cook: 0 }, { leftoversOf: 0 }]);
    expect(cookings).toMatchObject([{ slot: 0, servings: 5, uses: [] }]);
    expect({ cost, unplanned }).toEqual({ cost: 2500, unplanned: [] });
  });

  it('says which meals have none, because it is not allowed or not possible', () => {
    const problem = problemOf({
      candidates: [candidate([], 0)],
      slots: [slot(0, 1), slot(1, 1, { leftoversFrom: [0] }), slot(2, 0)],
    });
    const { unplanned } = evaluate(problem, [{ cook: 0 }, { leftoversOf: 0 }, { cook: 0 }]);
    expect(unplanned).toEqual([1, 2]);
  });

  it('keeps account: what was there and bought is used or left, in any plan', () => {
    for (let seed = 0; seed < drawn(2000); seed += 1) {
      const problem = randomProblem(seed, { slots: 8, candidates: 12, foods: 10, lots: 9 });
      const plan = randomPlan(problem, seededRandom(seed));
      const { cookings, purchases, waste } = evaluate(problem, plan);
      const left = problem.lots.map((_, index) => {
        const used = cookings.flatMap(({ uses }) => uses).filter((use) => use.lot === index);
        return 1 - used.reduce((sum, { share }) => sum + share, 0);
      });
      for (const share of left) expect(share).toBeGreaterThan(-1e-6);
      expect(waste).toBeCloseTo(
        problem.lots.reduce(
          (sum, { value, wasteRisk }, index) => sum + value * wasteRisk * (left[index] ?? 0),
          0,
        ),
        4,
      );
      for (const [index, { servedBy, pack }] of problem.foods.entries()) {
        const needed = cookings.reduce((sum, { candidate, servings }) => {
          const need = problem.candidates[candidate]?.needs.find((one) => one.food === index);
          return sum + (need?.amount ?? 0) * servings;
        }, 0);
        const stocked = cookings
          .flatMap(({ uses }) => uses)
          .reduce((sum, use) => {
            const share = servedBy.find((one) => one.lot === use.lot)?.share ?? 0;
            return use.food === index ? sum + use.share / share : sum;
          }, 0);
        const { packs = 0, left: rest = 0 } = purchases.find((one) => one.food === index) ?? {};
        expect(stocked + packs * pack.size - rest).toBeCloseTo(needed, 4);
      }
    }
  });

  it('never takes a lot that is refused to somebody who eats', () => {
    for (let seed = 0; seed < drawn(500); seed += 1) {
      const problem = randomProblem(seed, { slots: 8, candidates: 12, foods: 10, lots: 9 });
      const { cookings } = evaluate(problem, randomPlan(problem, seededRandom(seed)));
      for (const { slot: index, uses } of cookings) {
        const avoids = problem.slots[index]?.avoids ?? NOBODY;
        expect(uses.filter((use) => avoids.has(use.lot))).toEqual([]);
      }
    }
  });
});
