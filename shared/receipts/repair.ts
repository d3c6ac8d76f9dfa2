import type { Minor } from '#shared/money/money.ts';
import { type Cell, type Solution, search } from './balance-search.ts';
import type { DraftList } from './draft.ts';
import { listCells } from './list-cells.ts';
import type { TaxLine } from './receipt.ts';
import type { Evidence } from './sighting.ts';
import { taxVerdict } from './tax-verdict.ts';
import type { TotalHypothesis } from './total-hypotheses.ts';

/** Edits that cost more together are a guess, unless the tax table agrees with the result. */
const BOUND = { alone: 2.5, proven: 5 };
/** Two explanations as close as this are no explanation. */
const MARGIN = 0.5;
/** With so many contradictory lines some sum agrees by chance. */
const MANY_FORCED = 4;
const MOST_FORCED = 12;
/** What it costs to contradict a row of the tax table. */
const CONTRADICTED = 1.5;

export interface Repaired {
  readonly hypothesis: TotalHypothesis | null;
  /** The smallest edits that would all make the sums agree; none was made when there are several. */
  readonly candidates: readonly Solution[];
}

interface Weighed extends Solution {
  readonly hypothesis: TotalHypothesis;
  readonly weight: number;
}

/** Σ items − discounts + deposits, in grosze. */
export function sumOf(list: DraftList): Minor {
  const goods = list.items.reduce((sum, item) => sum + item.gross - item.discount, 0);
  return list.deposits.reduce((sum, deposit) => sum + deposit.amount, goods);
}

/**
 * Finds the smallest edit of what was read that makes the sums agree: Σ lines with the total, each
 * line with its quantity × price, Σ per letter with the tax table. Changes `list` when there is
 * exactly one, and marks what it changed; nothing read is ever left out for it.
 */
export function repair(
  list: DraftList,
  hypotheses: readonly TotalHypothesis[],
  taxes: readonly TaxLine[],
  evidence: Evidence,
): Repaired {
  const cells = listCells(list, evidence);
  const forced = cells.filter((cell) => cell.forced).length;
  if (forced > MOST_FORCED) return { hypothesis: null, candidates: [] };
  const weighed = hypotheses
    .flatMap((hypothesis) => solutionsFor(list, cells, hypothesis, taxes))
    .sort((a, b) => a.weight - b.weight);
  const [best] = weighed;
  if (best === undefined) return { hypothesis: null, candidates: [] };
  const margin = forced > MANY_FORCED ? MARGIN * 3 : MARGIN;
  const close = weighed.filter(
    (other) => other.weight - best.weight < margin && !isSame(other, best),
  );
  if (close.length > 0) return { hypothesis: null, candidates: [best, ...close].slice(0, 5) };
  for (const choice of best.choices) choice.apply();
  return { hypothesis: best.hypothesis, candidates: [] };
}

function solutionsFor(
  list: DraftList,
  cells: readonly Cell[],
  hypothesis: TotalHypothesis,
  taxes: readonly TaxLine[],
): Weighed[] {
  const least = cells
    .filter(({ forced }) => forced)
    .reduce((sum, { choices }) => sum + Math.min(...choices.map(({ cost }) => cost)), 0);
  return search(cells, hypothesis.total - sumOf(list), least + BOUND.proven).flatMap((solution) => {
    const verdict = taxVerdict(list, solution.choices, taxes);
    if (!verdict.proven && solution.cost - least > BOUND.alone) return [];
    if (!verdict.proven && solution.choices.some(({ needsProof }) => needsProof)) return [];
    const weight = solution.cost + hypothesis.cost + CONTRADICTED * verdict.contradicted;
    return [{ ...solution, hypothesis, weight }];
  });
}

/** The same amounts may be reached over two totals, or by a price instead of a value. */
function isSame(a: Weighed, b: Weighed): boolean {
  const deltas = ({ choices }: Weighed) =>
    choices
      .filter(({ delta }) => delta !== 0)
      .map(({ delta, item }) => `${delta}:${item?.lines.join()}`)
      .sort()
      .join();
  return a.hypothesis.total === b.hypothesis.total && deltas(a) === deltas(b);
}
