import {
  type BoundedPlan,
  boundedPlan,
  type Effort,
  QUICK,
} from '#shared/planning/bound/bounded-plan.ts';
import type { Choice, Plan } from '#shared/planning/model.ts';
import type { PlannedSlot } from './api/plan-schema.ts';
import type { BuiltProblem } from './problem/build-problem.ts';

/**
 * The best plan there is, where all can be tried, else the best that was found; one within the budget, if any was.
 * @param start what was planned before, to stay close to
 */
export function solve(
  { problem }: BuiltProblem,
  { seed, start, effort = QUICK }: { seed: number; start?: Plan; effort?: Effort },
): BoundedPlan {
  const begin = { seed, effort, ...(start !== undefined && { start }) };
  const found = boundedPlan(problem, begin);
  if (found.evaluation.withinBudget) return found;
  // With nothing to spend every grosz counts, so this is the cheapest plan, and one to begin with.
  const cheapest = boundedPlan({ ...problem, budget: 0 }, begin);
  return boundedPlan(problem, { ...begin, start: cheapest.plan });
}

/** A plan as it was, in terms of a new problem; what is no option any more is left open. */
export function startOf({ problem }: BuiltProblem, slots: readonly PlannedSlot[]): Plan {
  const indexOfSlot = new Map(problem.slots.map(({ id }, index) => [id, index]));
  const indexOfRecipe = new Map(problem.candidates.map(({ id }, index) => [id, index]));
  return problem.slots.map(({ id, options }): Choice => {
    const was = slots.find((slot) => slot.id === id);
    const source = was?.leftoversOf == null ? undefined : indexOfSlot.get(was.leftoversOf);
    const dish = was === undefined ? undefined : indexOfRecipe.get(was.recipe.id);
    const isOption = options.some(({ candidate }) => candidate === dish);
    // Leftovers of what the meal is not to be any more are no option either.
    if (source !== undefined && isOption) return { leftoversOf: source };
    return dish === undefined || !isOption ? { nothing: true } : { cook: dish };
  });
}
