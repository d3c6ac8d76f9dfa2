import type { Minor } from '#shared/money/money.ts';
import type { DraftList } from '#shared/receipts/model/draft.ts';
import type { Evidence } from '#shared/receipts/model/evidence.ts';
import type { TaxLine } from '#shared/receipts/model/receipt.ts';
import { refutes, taxVerdict } from '#shared/receipts/taxes/tax-verdict.ts';
import { type ChoiceSet, type Solution, searchBalance } from './balance-search.ts';
import { listChoices } from './list-choices.ts';
import { contradictionCost, type PrintedTotals, possibleTotals } from './printed-totals.ts';

/** Edits that cost more together are a guess, unless the tax table agrees with the result. */
const MAX_COST = { alone: 2.5, proven: 5 };
/** Two explanations as close as this are no explanation. */
const MARGIN = 0.5;
/** Of two lookalike digits some pair makes any sum, so two need a tax table that agrees. */
const MAX_GUESSED = 1;
/** With so many contradictory lines some sum agrees by chance. */
const MANY_FORCED = 4;
const MAX_FORCED = 12;
/** What it costs to contradict a row of the tax table. */
const CONTRADICTED_ROW_COST = 1.5;
/** More against it than this, and even sums that agree prove nothing. */
const MAX_CONTRADICTION = 3;

export interface Repaired {
  /** The total the sums agree with, null when nothing makes them agree. */
  readonly total: Minor | null;
  /** The smallest edits that would all make the sums agree; none was made when there are several. */
  readonly candidates: readonly Solution[];
}

interface WeightedSolution extends Solution {
  readonly total: Minor;
  readonly weight: number;
}

/** Σ deposits charged less those paid back, in grosze. */
export function sumDeposits(list: DraftList): Minor {
  return list.deposits.reduce((sum, deposit) => sum + deposit.amount, 0);
}

/** Σ items − discounts, in grosze. */
export function sumItems(list: DraftList): Minor {
  return list.items.reduce((sum, item) => sum + item.gross - item.discount, 0);
}

/**
 * Finds the smallest edit of what was read that makes the sums agree: Σ lines with the total, each
 * line with its quantity × price, Σ per letter with the tax table. Changes `list` when there is
 * exactly one, and marks what it changed; nothing read is ever left out for it.
 */
export function repair(
  list: DraftList,
  printed: PrintedTotals,
  taxes: readonly TaxLine[],
  evidence: Evidence,
): Repaired {
  const choiceSets = listChoices(list, evidence);
  const forced = choiceSets.filter((cell) => cell.forced).length;
  if (forced > MAX_FORCED || list.items.length === 0) return { total: null, candidates: [] };
  const weighed = possibleTotals(printed, sumDeposits(list))
    .flatMap((total) => solutionsFor(list, choiceSets, total, printed, taxes))
    .sort((a, b) => a.weight - b.weight);
  const [best] = weighed;
  if (best === undefined) return { total: null, candidates: [] };
  const margin = forced > MANY_FORCED ? MARGIN * 3 : MARGIN;
  const close = weighed.filter(
    (other) => other.weight - best.weight < margin && !isSame(other, best),
  );
  if (close.length > 0) return { total: null, candidates: [best, ...close].slice(0, 5) };
  for (const choice of best.choices) choice.apply();
  return { total: best.total, candidates: [] };
}

function solutionsFor(
  list: DraftList,
  choiceSets: readonly ChoiceSet[],
  total: Minor,
  printed: PrintedTotals,
  taxes: readonly TaxLine[],
): WeightedSolution[] {
  const least = choiceSets
    .filter(({ forced }) => forced)
    .reduce((sum, { choices }) => sum + Math.min(...choices.map(({ cost }) => cost)), 0);
  const deposits = sumDeposits(list);
  const residual = total - sumItems(list) - deposits;
  return searchBalance(choiceSets, residual, least + MAX_COST.proven).flatMap((solution) => {
    const verdict = taxVerdict(list, solution.choices, taxes);
    if (!verdict.proven && solution.cost - least > MAX_COST.alone) return [];
    const guesses = solution.choices.filter(({ guessed }) => guessed).length;
    if (guesses > MAX_GUESSED && (taxes.length === 0 || verdict.contradicted > 0)) return [];
    if (!verdict.proven && solution.choices.some(({ needsProof }) => needsProof)) return [];
    const moved = solution.choices.reduce((sum, { item, delta }) => sum + (item ? 0 : delta), 0);
    const contradiction =
      contradictionCost(printed, total, total - deposits - moved) +
      CONTRADICTED_ROW_COST * verdict.contradicted;
    if (contradiction > MAX_CONTRADICTION) return [];
    const isEdited = solution.choices.some(({ delta }) => delta !== 0);
    if (isEdited && refutes(taxes, list, solution.choices)) return [];
    return [{ ...solution, total, weight: solution.cost + contradiction }];
  });
}

/** The same amounts may be reached over two totals, or by a price instead of a value. */
function isSame(a: WeightedSolution, b: WeightedSolution): boolean {
  const deltas = ({ choices }: WeightedSolution) =>
    choices
      .filter(({ delta }) => delta !== 0)
      .map(({ delta, item }) => `${delta}:${item?.lines.join()}`)
      .sort()
      .join();
  return a.total === b.total && deltas(a) === deltas(b);
}
