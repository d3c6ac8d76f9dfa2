import type { Plan, PlanningProblem } from '#shared/planning/model.ts';
import type { Random } from '#shared/planning/random.ts';

/** For each slot any dish that may be eaten. */
export function randomPlan(problem: PlanningProblem, random: Random): Plan {
  return problem.slots.map(({ options }) => {
    const option = options[random.below(options.length)];
    return option === undefined ? { nothing: true } : { cook: option.candidate };
  });
}
