import type { Minor } from '#shared/money/money.ts';
import type { Choice } from '#shared/receipts/model/choice.ts';

/** A printed thing and its readings. A forced one contradicts itself, so one choice must be made. */
export interface Cell {
  readonly forced: boolean;
  readonly choices: readonly Choice[];
}

export interface Solution {
  readonly choices: readonly Choice[];
  readonly cost: number;
}

/** Steps before the search gives up; 200,000 take about 20 ms. */
const MOST_STEPS = 200_000;
const MOST_PARTIALS = 1_500;
/** More than this many edits in a receipt are no repair but a guess. */
const MOST_EDITS = 3;

/**
 * The cheapest sets of choices that change the sum by exactly `residual`, cheapest first, none
 * dearer than `bound`. Deterministic; gives up with what it has when there is too much to try.
 */
export function search(cells: readonly Cell[], residual: Minor, bound: number): Solution[] {
  const edits = cells
    .filter(({ forced }) => !forced)
    .flatMap(({ choices }, cell) => choices.map((choice) => ({ cell, choice })))
    .filter(({ choice }) => choice.cost <= bound)
    .sort((a, b) => a.choice.cost - b.choice.cost);
  const byDelta = new Map<Minor, typeof edits>();
  for (const edit of edits) {
    byDelta.set(edit.choice.delta, [...(byDelta.get(edit.choice.delta) ?? []), edit]);
  }
  const cheapest = edits[0]?.choice.cost ?? Number.POSITIVE_INFINITY;
  const found: Solution[] = [];
  let steps = 0;

  /** Adds edits of later cells; the last one is looked up by what is still open. */
  function extend(
    chosen: readonly Choice[],
    after: number,
    open: Minor,
    cost: number,
    forced: readonly Choice[],
  ): void {
    for (const { cell, choice } of byDelta.get(open) ?? []) {
      steps += 1;
      if (cell <= after || cost + choice.cost > bound) continue;
      found.push({ choices: [...forced, ...chosen, choice], cost: cost + choice.cost });
    }
    if (chosen.length + 2 > MOST_EDITS) return;
    for (const { cell, choice } of edits) {
      steps += 1;
      if (steps > MOST_STEPS || cost + choice.cost + cheapest > bound) return;
      if (cell <= after || choice.delta === open) continue;
      extend([...chosen, choice], cell, open - choice.delta, cost + choice.cost, forced);
    }
  }

  for (const { choices, delta, cost } of forcedChoices(cells)) {
    if (cost > bound) continue;
    if (delta === residual) found.push({ choices, cost });
    else extend([], -1, residual - delta, cost, choices);
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, 20);
}

interface Partial extends Solution {
  readonly delta: Minor;
}

/** Every sum the forced cells can make, each with its two cheapest ways. */
function forcedChoices(cells: readonly Cell[]): Partial[] {
  let partials: Partial[] = [{ choices: [], delta: 0, cost: 0 }];
  for (const { choices } of cells.filter(({ forced }) => forced)) {
    const byDelta = new Map<Minor, Partial[]>();
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
    partials = partials.slice(0, MOST_PARTIALS);
  }
  return partials;
}
