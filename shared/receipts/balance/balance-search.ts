import type { Minor } from '#shared/money/money.ts';
import type { Choice } from '#shared/receipts/model/choice.ts';

/** The ways to read one printed amount. A forced set contradicts itself, so one choice must be made. */
export interface ChoiceSet {
  readonly forced: boolean;
  readonly choices: readonly Choice[];
}

export interface Solution {
  readonly choices: readonly Choice[];
  readonly cost: number;
}

/** Steps before the search gives up; 200,000 take about 20 ms. */
const MAX_STEPS = 200_000;
const MAX_PARTIALS = 1_500;
/** More edits than this in a receipt are a guess, not a correction. */
const MAX_EDITS = 3;

/**
 * The cheapest sets of choices that change the sum by exactly `residual`, cheapest first, none
 * above `maxCost`. Deterministic; gives up with what it has when there is too much to try.
 */
export function searchBalance(
  choiceSets: readonly ChoiceSet[],
  residual: Minor,
  maxCost: number,
): Solution[] {
  const edits = choiceSets
    .filter(({ forced }) => !forced)
    .flatMap(({ choices }, cell) => choices.map((choice) => ({ cell, choice })))
    .filter(({ choice }) => choice.cost <= maxCost)
    .sort((a, b) => a.choice.cost - b.choice.cost);
  const byDelta = new Map<Minor, typeof edits>();
  for (const edit of edits) {
    byDelta.set(edit.choice.delta, [...(byDelta.get(edit.choice.delta) ?? []), edit]);
  }
  const cheapest = edits[0]?.choice.cost ?? Number.POSITIVE_INFINITY;
  const found: Solution[] = [];
  let steps = 0;

  /** Adds edits of later sets; the last one is found by the amount that is still open. */
  function extend(
    chosen: readonly Choice[],
    after: number,
    open: Minor,
    cost: number,
    forced: readonly Choice[],
  ): void {
    for (const { cell, choice } of byDelta.get(open) ?? []) {
      steps += 1;
      if (cell <= after || cost + choice.cost > maxCost) continue;
      found.push({ choices: [...forced, ...chosen, choice], cost: cost + choice.cost });
    }
    if (chosen.length + 2 > MAX_EDITS) return;
    for (const { cell, choice } of edits) {
      steps += 1;
      if (steps > MAX_STEPS || cost + choice.cost + cheapest > maxCost) return;
      if (cell <= after || choice.delta === open) continue;
      extend([...chosen, choice], cell, open - choice.delta, cost + choice.cost, forced);
    }
  }

  for (const { choices, delta, cost } of forcedSolutions(choiceSets)) {
    if (cost > maxCost) continue;
    if (delta === residual) found.push({ choices, cost });
    else extend([], -1, residual - delta, cost, choices);
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, 20);
}

interface PartialSolution extends Solution {
  readonly delta: Minor;
}

/** Every sum the forced sets can make, each with its two cheapest ways. */
function forcedSolutions(cells: readonly ChoiceSet[]): PartialSolution[] {
  let partials: PartialSolution[] = [{ choices: [], delta: 0, cost: 0 }];
  for (const { choices } of cells.filter(({ forced }) => forced)) {
    const byDelta = new Map<Minor, PartialSolution[]>();
    for (const partial of partials) {
      for (const choice of choices) {
        const delta = partial.delta + choice.delta;
        const cost = partial.cost + choice.cost;
        const all = [
          ...(byDelta.get(delta) ?? []),
          { choices: [...partial.choices, choice], delta, cost },
        ];
        byDelta.set(delta, all.sort((a, b) => a.cost - b.cost).slice(0, 2));
      }
    }
    partials = [...byDelta.values()].flat().sort((a, b) => a.cost - b.cost);
    partials = partials.slice(0, MAX_PARTIALS);
  }
  return partials;
}
