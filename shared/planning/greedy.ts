import type { Choice, Plan, PlanningProblem } from './model.ts';
import type { Random } from './random.ts';
import { PlanSearch } from './search.ts';

/** Meal by meal, what costs and wastes least as things are by then: what a careful cook does. */
export function greedyPlan(problem: PlanningProblem): Plan {
  const search = new PlanSearch(problem);
  for (const [slot, { options }] of problem.slots.entries()) {
    const choices = options.map(({ candidate }): Choice => ({ cook: candidate }));
    chooseBest(search, slot, choices);
  }
  return search.plan;
}

/** Gives a slot the best of these, or leaves it as it is. @returns how much better it became */
export function chooseBest(search: PlanSearch, slot: number, choices: readonly Choice[]): number {
  let best: { readonly choice: Choice; readonly growth: number } | undefined;
  for (const choice of choices) {
    const growth = search.change([{ slot, choice }]);
    if (growth === undefined) continue;
    search.undo();
    if (growth < (best?.growth ?? -1e-6)) best = { choice, growth };
  }
  if (best === undefined) return 0;
  search.change([{ slot, choice: best.choice }]);
  return -best.growth;
}

/** For each slot any dish that may be eaten. */
export function randomPlan(problem: PlanningProblem, random: Random): Plan {
  return problem.slots.map(({ options }) => {
    const option = options[random.below(options.length)];
    return option === undefined ? { nothing: true } : { cook: option.candidate };
  });
}
