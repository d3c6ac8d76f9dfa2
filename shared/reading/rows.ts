import type { TextRegion } from './text-region.ts';

/** Pieces overlapping by more than this share of the narrower one stand above one another. */
const OVERLAP = 0.4;

/**
 * Puts pieces of text into printed lines, from top to bottom and left to right. Crumpled or tilted
 * paper turns every line a little differently, so a line is followed from piece to piece along the
 * slope of the print around it.
 */
export function rowsOf<T extends { readonly region: TextRegion }>(pieces: readonly T[]): T[][] {
  const slope = slopeField(pieces.map(({ region }) => region));
  const rows: T[][] = [];
  const byLeft = [...pieces].sort((a, b) => leftOf(a.region) - leftOf(b.region));
  for (const piece of byLeft) {
    const { region } = piece;
    let nearest: { row: T[]; apart: number } | undefined;
    for (const row of rows) {
      const last = row.at(-1)?.region;
      if (last === undefined || overlaps(last, region)) continue;
      const expected = last.y + slope((last.y + region.y) / 2) * (region.x - last.x);
      const apart = Math.abs(region.y - expected) / Math.min(last.height, region.height);
      if (apart < 0.5 && apart < (nearest?.apart ?? 1)) nearest = { row, apart };
    }
    if (nearest === undefined) rows.push([piece]);
    else nearest.row.push(piece);
  }
  const middle = pieces.reduce((sum, { region }) => sum + region.x, 0) / pieces.length;
  const levelOf = (row: readonly T[]) => {
    const levels = row.map(({ region }) => region.y + slope(region.y) * (middle - region.x));
    return levels.reduce((sum, level) => sum + level, 0) / levels.length;
  };
  return rows
    .map((row) => ({ row, level: levelOf(row) }))
    .sort((a, b) => a.level - b.level)
    .map(({ row }) => row);
}

/** How much print falls from left to right at a height of the page, from the wide pieces around it. */
function slopeField(regions: readonly TextRegion[]): (y: number) => number {
  const heights = regions.map(({ height }) => height).sort((a, b) => a - b);
  const reach = (heights[Math.floor(heights.length / 2)] ?? 1) * 6;
  // A short piece says little about the angle of its line.
  const wide = regions.filter(({ width, height }) => width > height * 3);
  return (y) => {
    let [sum, weights] = [0, 1e-6];
    for (const region of wide) {
      const weight = region.width * Math.exp(-(((region.y - y) / reach) ** 2));
      sum += Math.tan(region.angle) * weight;
      weights += weight;
    }
    return sum / weights;
  };
}

function overlaps(left: TextRegion, right: TextRegion): boolean {
  const shared = left.x + left.width / 2 - leftOf(right);
  return shared > Math.min(left.width, right.width) * OVERLAP;
}

function leftOf(region: TextRegion): number {
  return region.x - region.width / 2;
}
