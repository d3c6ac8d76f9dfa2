export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Nine numbers, row by row: takes a point of one plane to a point of another. */
export type Homography = readonly number[];

/**
 * The one projection that takes four points to four others: eight linear equations, solved by
 * Gauss with pivots. @throws Error when three of the points lie on a line
 */
export function homography(from: readonly Point[], to: readonly Point[]): Homography {
  const rows = from.flatMap(({ x, y }, at) => {
    const { x: u, y: v } = to[at] ?? { x: 0, y: 0 };
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  for (let column = 0; column < 8; column += 1) {
    const size = (row: number) => Math.abs(rows[row]?.[column] ?? 0);
    let best = column;
    for (let row = column + 1; row < 8; row += 1) if (size(row) > size(best)) best = row;
    const pivot = rows[best];
    const here = rows[column];
    if (pivot === undefined || here === undefined || size(best) < 1e-12) {
      throw new Error('the points do not make a projection');
    }
    rows[best] = here;
    rows[column] = pivot.map((value) => value / (pivot[column] ?? 1));
    subtract(rows, column);
  }
  return [...rows.map((row) => row[8] ?? 0), 1];
}

/** Where a point of the one plane is on the other. */
export function project(
  [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0]: Homography,
  { x, y }: Point,
): Point {
  const w = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

function subtract(rows: number[][], column: number): void {
  const pivot = rows[column] ?? [];
  for (const [at, row] of rows.entries()) {
    const factor = row[column] ?? 0;
    if (at === column || factor === 0) continue;
    rows[at] = row.map((value, index) => value - factor * (pivot[index] ?? 0));
  }
}
