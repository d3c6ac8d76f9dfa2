import { plain } from '#shared/receipts/fold.ts';
import type { ParsedReceipt } from '#shared/receipts/receipt.ts';
import { type GroundTruth, grosze } from '#test/synthetic/ground-truth.ts';

/** Lines counted; precision, recall and F1 follow from sums of these. */
export interface LineCounts {
  readonly right: number;
  readonly read: number;
  readonly printed: number;
}

export interface Score extends LineCounts {
  readonly total: boolean;
  readonly date: boolean;
  readonly nip: boolean;
}

/** A name this alike is the same name, misread. */
const ALIKE = 0.8;

/** Compares what was read with what is printed. */
export function score(receipt: ParsedReceipt, truth: GroundTruth): Score {
  return {
    total: receipt.total === grosze(truth.total),
    date: receipt.date === truth.date,
    nip: receipt.merchant.nip === truth.nip,
    ...countLines(receipt.items, truth.items),
  };
}

/** A line is right when its net value is exact and its name alike; every line matches at most once. */
export function countLines(
  read: readonly { readonly name: string; readonly net: number }[],
  printed: GroundTruth['items'],
): LineCounts {
  const left = [...printed];
  let right = 0;
  for (const { name, net } of read) {
    const likeness = left.map((line) =>
      grosze(line.net) === net
        ? Math.max(nameLikeness(name, line.name), nameLikeness(name, line.nameCore ?? line.name))
        : 0,
    );
    const best = Math.max(0, ...likeness);
    if (best < ALIKE) continue;
    left.splice(likeness.indexOf(best), 1);
    right += 1;
  }
  return { right, read: read.length, printed: printed.length };
}

/** 1 − edit distance ÷ longer length, without case and diacritics; 0 … 1. */
export function nameLikeness(a: string, b: string): number {
  const [left, right] = [plain(a).trim(), plain(b).trim()];
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? 1 : 1 - editDistance(left, right) / longer;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + change,
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Shares 0 … 1 over all lines together; nothing read has precision 0, not a division by zero. */
export function f1({ right, read, printed }: LineCounts) {
  const precision = read === 0 ? 0 : right / read;
  const recall = printed === 0 ? 0 : right / printed;
  return {
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
