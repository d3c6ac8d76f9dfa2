import { describe, expect, test } from 'vitest';
import type { PlannedSlot } from '#shared/meal-plans/api/plan-schema.ts';
import { type BuiltProblem, buildProblem } from '#shared/meal-plans/problem/build-problem.ts';
import { solve, startOf } from '#shared/meal-plans/solve.ts';
import { gapOf } from '#shared/planning/bound/bounded-plan.ts';
import { evaluate } from '#shared/planning/evaluate.ts';
import { madeHousehold } from '#test/eval/planner/households.ts';

const dish = (id: string, recipe: string, leftoversOf: string | null) =>
  ({ id, recipe: { id: recipe }, leftoversOf }) as unknown as PlannedSlot;
const built = (options: readonly number[]) =>
  ({
    problem: {
      slots: [
        { id: 'monday', options: [{ candidate: 0 }] },
        { id: 'tuesday', options: options.map((candidate) => ({ candidate })) },
      ],
      candidates: [{ id: 'soup' }, { id: 'stew' }],
    },
  }) as unknown as BuiltProblem;
const WAS = [dish('monday', 'soup', null), dish('tuesday', 'soup', 'monday')];

test('a plan begins as it was, leftovers as well', () => {
  expect(startOf(built([0, 1]), WAS)).toEqual([{ cook: 0 }, { leftoversOf: 0 }]);
});

test('leftovers of a dish that a meal is not to have any more are left open', () => {
  expect(startOf(built([1]), WAS)).toEqual([{ cook: 0 }, { nothing: true }]);
});

describe('a plan is proven best', () => {
  const solved = (meals: number) => {
    const { facts, wishes } = madeHousehold(5, { days: 1, lots: 10 });
    const built = buildProblem(facts, { ...wishes, meals: wishes.meals.slice(0, meals) });
    return { built, ...solve(built, { seed: 1 }) };
  };

  test('where all dishes of a meal were tried', () => {
    const { built, bound, evaluation } = solved(1);
    expect(bound).toBe(evaluation.objective);
    for (const { candidate } of built.problem.slots[0]?.options ?? []) {
      const other = evaluate(built.problem, [{ cook: candidate }]).objective;
      expect(evaluation.objective).toBeLessThanOrEqual(other + 1e-6);
    }
  });

  test('and with a gap where they are too many', () => {
    const { bound, evaluation } = solved(3);
    expect(bound).toBeLessThan(evaluation.objective);
    expect(gapOf({ bound, evaluation })).toBeLessThan(0.2);
  });
});
