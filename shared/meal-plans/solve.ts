import { annealedPlan } from '#shared/planning/anneal.ts';
import { type Evaluation, evaluate } from '#shared/planning/evaluate.ts';
import { exhaustivePlan } from '#shared/planning/exhaustive.ts';
import type { Choice, Plan, PlanningProblem } from '#shared/planning/model.ts';
import type { PlannedSlot } from './api/plan-schema.ts';
import type { BuiltProblem } from './problem/build-problem.ts';

/** A plan of a problem with what it comes to. */
export interface Solution {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** Whether no plan is better: all of them were tried. */
  readonly proven: boolean;
}

/**
 * The best plan there is, where all can be tried, else the best that was found; one within the budget, if any was.
 * @param start what was planned before, to stay close to
 */
export function solve({ problem }: BuiltProblem, seed: number, start?: Plan): Solution {
  const best = exhaustivePlan(problem);
  if (best !== undefined) return { ...solution(problem, best), proven: true };
  const begin = start === undefined ? {} : { start };
  const found = solution(problem, annealedPlan(problem, { seed, ...begin }));
  if (found.evaluation.withinBudget) return found;
  // With nothing to spend every grosz counts, so this is the cheapest plan, and one to begin with.
  const cheapest = annealedPlan({ ...problem, budget: 0 }, { seed, ...begin });
  return solution(problem, annealedPlan(problem, { seed, start: cheapest }));
}

function solution(problem: PlanningProblem, plan: Plan): Solution {
  return { plan, evaluation: evaluate(problem, plan), proven: false };
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
