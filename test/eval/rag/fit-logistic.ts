import { type Logistic, probability } from '#shared/cited-answers/logistic.ts';

/** Newton's method needs a few; more change nothing. */
const STEPS = 15;

/**
 * Logistic regression by Newton's method, from zero: the same examples give the same weights. Figures are
 * standardised meanwhile, so that `decay` pulls on all of them alike.
 * @param decay how strongly weights are pulled towards zero, in examples
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  decay: number,
): Logistic {
  const places = rows[0]?.length ?? 0;
  const means = Array.from({ length: places }, (_, at) => mean(rows.map((row) => row[at] ?? 0)));
  const spreads = means.map(
    (usual, at) => Math.sqrt(mean(rows.map((row) => ((row[at] ?? 0) - usual) ** 2))) || 1,
  );
  // The bias is the weight of a figure that is always 1.
  const scaled = rows.map((row) => [
    ...row.map((figure, at) => (figure - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    1,
  ]);
  let weights = new Array<number>(places + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at === places ? 0 : decay * weight));
    const curve = weights.map((_, at) =>
      weights.map((_, other) => (at === other && at < places ? decay : at === other ? 1e-9 : 0)),
    );
    for (const [row, figures] of scaled.entries()) {
      const is = probability({ bias: 0, weights }, figures);
      const wrong = is - Number(labels[row]);
      const bend = is * (1 - is);
      for (let at = 0; at <= places; at += 1) {
        const own = figures[at] ?? 0;
        slope[at] = (slope[at] ?? 0) + wrong * own;
        const line = curve[at] ?? [];
        for (let other = 0; other <= places; other += 1) {
          line[other] = (line[other] ?? 0) + bend * own * (figures[other] ?? 0);
        }
      }
    }
    const change = solve(curve, slope);
    weights = weights.map((weight, at) => weight - (change[at] ?? 0));
  }
  const own = weights.slice(0, places).map((weight, at) => weight / (spreads[at] ?? 1));
  const moved = own.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return { bias: (weights[places] ?? 0) - moved, weights: own };
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0]);
  const size = lines.length;
  for (let at = 0; at < size; at += 1) {
    const rest = lines.slice(at);
    const pivot = rest.reduce((best, line) =>
      magnitude(line, at) > magnitude(best, at) ? line : best,
    );
    const from = lines.indexOf(pivot);
    [lines[at], lines[from]] = [pivot, lines[at] ?? []];
    for (const [row, line] of lines.entries()) {
      if (row === at) continue;
      const factor = (line[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column <= size; column += 1) {
        line[column] = (line[column] ?? 0) - factor * (pivot[column] ?? 0);
      }
    }
  }
  return lines.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1));
}

function magnitude(line: readonly number[], at: number): number {
  return Math.abs(line[at] ?? 0);
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / Math.max(1, figures.length);
}
