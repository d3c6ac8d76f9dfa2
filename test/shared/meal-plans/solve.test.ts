import { expect, test } from 'vitest';
import type { PlannedSlot } from '#shared/meal-plans/api/plan-schema.ts';
import type { BuiltProblem } from '#shared/meal-plans/problem/build-problem.ts';
import { startOf } from '#shared/meal-plans/solve.ts';

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
