import { MAX_EATERS, type PlanningProblem, type Slot } from '#shared/planning/model.ts';
import { keepsUntil } from '#shared/planning/objective.ts';

/** The meals that one cooking may feed: its own and later ones that eat of it. */
export interface Batch {
  /** Later slots, by index. */
  readonly eaters: readonly number[];
  /** By candidate: grosze of the choices without food; infinite where it may not be eaten. */
  readonly penalties: Float64Array;
}

/** So much cooked in one slot: what it takes of the kitchen is the same whoever eats of it. */
export interface Pot {
  readonly slot: number;
  readonly day: number;
  readonly servings: number;
  /** Those of the cook alone: what eaters must not have only makes a plan dearer. */
  readonly avoids: ReadonlySet<number>;
  readonly batches: readonly Batch[];
}

/** Everything that may be cooked in each slot, but for the dish. */
export function potsOf(problem: PlanningProblem): Pot[][] {
  return problem.slots.map((slot, index) => {
    const batches = eatersOf(problem, index).map((eaters) => ({
      servings: eaters.reduce((sum, e) => sum + (problem.slots[e]?.servings ?? 0), slot.servings),
      batch: { eaters, penalties: penaltiesOf(problem, index, eaters) },
    }));
    const { day, avoids } = slot;
    return [...Map.groupBy(batches, ({ servings }) => servings)].map(([servings, same]) => {
      return { slot: index, day, servings, avoids, batches: same.map(({ batch }) => batch) };
    });
  });
}

/** Nobody, or up to as many later slots as may eat of one cooking. */
function eatersOf({ slots }: PlanningProblem, source: number): number[][] {
  const later = slots.flatMap(({ leftoversFrom }, slot) =>
    leftoversFrom.includes(source) ? slot : [],
  );
  const sets: number[][] = [[]];
  for (const eater of later) {
    sets.push(...sets.filter(({ length }) => length < MAX_EATERS).map((set) => [...set, eater]));
  }
  return sets;
}

function penaltiesOf(
  problem: PlanningProblem,
  source: number,
  eaters: readonly number[],
): Float64Array {
  const penalties = byCandidate(problem, problem.slots[source], ({ penalty }) => penalty);
  for (const eater of eaters) {
    const eaten = byCandidate(problem, problem.slots[eater], (one) => one.eatenPenalty);
    for (const [dish, penalty] of eaten.entries()) {
      const more = keepsUntil(problem, source, eater, dish)
        ? penalty + problem.weights.leftovers
        : Number.POSITIVE_INFINITY;
      penalties[dish] = (penalties[dish] ?? 0) + more;
    }
  }
  return penalties;
}

function byCandidate(
  { candidates }: PlanningProblem,
  slot: Slot | undefined,
  penalty: (option: Slot['options'][number]) => number,
): Float64Array {
  const penalties = new Float64Array(candidates.length).fill(Number.POSITIVE_INFINITY);
  for (const option of slot?.options ?? []) penalties[option.candidate] = penalty(option);
  return penalties;
}
