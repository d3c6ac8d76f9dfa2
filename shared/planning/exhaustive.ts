import { type Choice, NOTHING, type Plan, type PlanningProblem } from './model.ts';
import { PlanSearch } from './search.ts';

/** Plans that are reckoned in half a second of processor. */
const MOST_PLANS = 20_000;

/**
 * The best of all plans, where there are few: of one meal, of meals whose dishes are chosen, or of a handful of
 * recipes. Nothing when there are too many to try them all.
 */
export function exhaustivePlan(problem: PlanningProblem): Plan | undefined {
  const choices = problem.slots.map((_, slot) => choicesOf(problem, slot));
  const count = choices.reduce((plans, { length }) => plans * Math.max(1, length), 1);
  if (count > MOST_PLANS) return undefined;
  const search = new PlanSearch(problem);
  let best = { plan: search.plan, objective: search.objective };
  const tryFrom = (slot: number) => {
    const open = choices[slot];
    if (open === undefined) {
      if (search.objective < best.objective - 1e-6)
        best = { plan: search.plan, objective: search.objective };
      return;
    }
    let tried = 0;
    for (const choice of open) {
      if (search.change([{ slot, choice }]) === undefined) continue;
      tried += 1;
      tryFrom(slot + 1);
    }
    // Nothing later eats of it any more.
    if (tried > 0) search.change([{ slot, choice: NOTHING }]);
    else tryFrom(slot + 1);
  };
  tryFrom(0);
  return best.plan;
}

/** What a meal may get: leftovers of an earlier one that may be the same dish, or a dish. */
export function choicesOf({ slots }: PlanningProblem, slot: number): Choice[] {
  const { options = [], leftoversFrom = [] } = slots[slot] ?? {};
  const own = new Set(options.map(({ candidate }) => candidate));
  const leftovers = leftoversFrom
    .filter((source) => slots[source]?.options.some(({ candidate }) => own.has(candidate)))
    .map((source): Choice => ({ leftoversOf: source }));
  return [...leftovers, ...options.map(({ candidate }): Choice => ({ cook: candidate }))];
}
