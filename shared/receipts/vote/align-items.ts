import { letterPairs, pairSimilarity } from '#shared/language/ocr-skeleton.ts';
import { misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { DraftItem } from '#shared/receipts/model/draft.ts';

/** Below it two lines are two things. */
const MIN_SIMILARITY = 0.8;

/**
 * Which lines of two readings are the same line of the paper: pairs of indexes in the order of
 * both, chosen so that names and amounts agree best.
 */
export function alignItems(
  left: readonly DraftItem[],
  right: readonly DraftItem[],
): [number, number][] {
  const pairs = right.map(({ name }) => letterPairs(name));
  const likeness = left.map((item) => {
    const own = letterPairs(item.name);
    return right.map((other, at) => {
      const name = pairSimilarity(own, pairs[at] ?? new Set());
      const score = name + valueLikeness(item, other);
      return score < MIN_SIMILARITY ? 0 : score;
    });
  });
  // best[i][j]: what the lines from i and j on can agree in.
  const best = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  );
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const same = likeness[i]?.[j] ?? 0;
      const row = best[i];
      if (row === undefined) continue;
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), same === 0 ? 0 : same + at(i + 1, j + 1));
    }
  }
  const aligned: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const same = likeness[i]?.[j] ?? 0;
    if (same > 0 && at(i, j) === same + at(i + 1, j + 1)) {
      aligned.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return aligned;
}

function valueLikeness(a: DraftItem, b: DraftItem): number {
  const price = a.unitPrice !== null && a.unitPrice === b.unitPrice ? 0.3 : 0;
  if (a.gross === b.gross) return 0.9 + price;
  return (misreadCost(a.gross, b.gross) <= 2 ? 0.4 : 0) + price;
}
