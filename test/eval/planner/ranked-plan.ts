import type { BuiltProblem } from '#shared/meal-plans/problem/build-problem.ts';
import type { PlanningFacts, ValuedLot } from '#shared/meal-plans/problem/facts.ts';
import { evaluate } from '#shared/planning/evaluate.ts';
import { type Choice, NOTHING, type Plan } from '#shared/planning/model.ts';
import { weigh } from '#shared/recipes/rank/parts.ts';
import { compareRanked } from '#shared/recipes/rank/rank.ts';
import { stockOf } from '#shared/recipes/rank/stock.ts';

/**
 * What somebody plans who cooks, meal by meal, what the list of recipes has first as things are by
 * then: with what spoils first in front, and nothing twice.
 */
export function rankedPlan(built: BuiltProblem, facts: PlanningFacts): Plan {
  const { problem, candidates, wishes } = built;
  const plan: Choice[] = problem.slots.map(() => NOTHING);
  for (const [index, { options }] of problem.slots.entries()) {
    const lots = remaining(built, plan);
    const today = wishes[index]?.wish.date ?? facts.today;
    const { prices, cookedDaysAgo } = facts;
    const weighing = {
      today,
      stock: stockOf(lots, today),
      prices,
      cookedDaysAgo,
      useExpiring: true,
    };
    const cooked = new Set(plan.flatMap((choice) => ('cook' in choice ? choice.cook : [])));
    const ranked = options
      .flatMap(({ candidate }) => {
        const indexed = candidates[candidate];
        return indexed === undefined ? [] : [{ candidate, weighed: weigh(indexed, weighing) }];
      })
      .sort((a, b) => compareRanked(a.weighed, b.weighed));
    const best = ranked.find(({ candidate }) => !cooked.has(candidate)) ?? ranked[0];
    if (best !== undefined) plan[index] = { cook: best.candidate };
  }
  return plan;
}

/** What the meals so far leave. */
function remaining({ problem, lots }: BuiltProblem, plan: Plan): ValuedLot[] {
  const left = new Map(lots.map((_, lot) => [lot, 1]));
  for (const { uses } of evaluate(problem, plan).cookings) {
    for (const { lot, share } of uses) left.set(lot, (left.get(lot) ?? 0) - share);
  }
  return lots.flatMap((lot, index) => {
    const share = left.get(index) ?? 0;
    return share < 1e-6 ? [] : [{ ...lot, amount: lot.amount * share }];
  });
}
