import { choicesOf } from './exhaustive.ts';
import { chooseBest, greedyPlan } from './greedy.ts';
import type { Plan, PlanningProblem } from './model.ts';
import { type Random, seededRandom } from './random.ts';
import { type Change, PlanSearch } from './search.ts';

export interface AnnealingOptions {
  readonly seed: number;
  /** Changes that are tried for each slot: work is bounded by it, not by a clock. */
  readonly triesPerSlot?: number;
  /** To begin with; the greedy plan when left out. */
  readonly start?: Plan;
  /** For each slot dishes that are tried more often than the others. */
  readonly promising?: readonly (readonly number[])[];
}

const TRIES_PER_SLOT = 700;
/** Grosze: a change for the worse by this much is taken in one of three cases, first and last. */
const FIRST_TEMPERATURE = 600;
const LAST_TEMPERATURE = 5;
const MAX_SWEEPS = 10;
/** Of the dishes that are tried. */
const PROMISING_SHARE = 0.6;

/**
 * Simulated annealing from the greedy plan: it takes changes for the worse less and less often and
 * returns the best plan it saw, then improves it slot by slot. Never worse than what it began with.
 */
export function annealedPlan(
  problem: PlanningProblem,
  {
    seed,
    triesPerSlot = TRIES_PER_SLOT,
    start = greedyPlan(problem),
    promising = [],
  }: AnnealingOptions,
): Plan {
  const random = seededRandom(seed);
  const search = new PlanSearch(problem, start);
  let best = { plan: search.plan, objective: search.objective };
  const tries = triesPerSlot * problem.slots.length;
  const cooling = (LAST_TEMPERATURE / FIRST_TEMPERATURE) ** (1 / tries);
  let temperature = FIRST_TEMPERATURE;
  for (let tried = 0; tried < tries; tried += 1) {
    temperature *= cooling;
    const growth = search.change(randomChange(search, random, promising));
    if (growth === undefined) continue;
    if (growth > 0 && random.next() >= Math.exp(-growth / temperature)) search.undo();
    else if (search.objective < best.objective - 1e-6) {
      best = { plan: search.plan, objective: search.objective };
    }
  }
  return sweptPlan(problem, best.plan);
}

/** Slot by slot the best choice, until none is better. */
export function sweptPlan(problem: PlanningProblem, plan: Plan): Plan {
  const search = new PlanSearch(problem, plan);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    const gains = problem.slots.map((_, slot) =>
      chooseBest(search, slot, choicesOf(problem, slot)),
    );
    if (gains.every((gain) => gain === 0)) break;
  }
  return search.plan;
}

/** Another dish, mostly a promising one; leftovers, or two meals that change places. */
function randomChange(
  search: PlanSearch,
  random: Random,
  promising: readonly (readonly number[])[],
): readonly Change[] {
  const { slots } = search.problem;
  const slot = random.below(slots.length);
  const { options = [], leftoversFrom = [] } = slots[slot] ?? {};
  const kind = random.next();
  if (kind < 0.2) {
    const other = random.below(slots.length);
    if (other === slot) return [];
    return [
      { slot, choice: search.choice(other) },
      { slot: other, choice: search.choice(slot) },
    ];
  }
  const source = leftoversFrom[random.below(leftoversFrom.length)];
  if (kind < 0.35 && source !== undefined) return [{ slot, choice: { leftoversOf: source } }];
  const few = promising[slot] ?? [];
  const dish =
    few.length > 0 && random.next() < PROMISING_SHARE
      ? few[random.below(few.length)]
      : options[random.below(options.length)]?.candidate;
  return dish === undefined ? [] : [{ slot, choice: { cook: dish } }];
}
