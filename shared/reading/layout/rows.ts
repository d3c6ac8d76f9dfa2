import { medianHeight } from '#shared/reading/detect/find-text.ts';
import { pointIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';
import { type PrintSlope, printSlope } from './print-slope.ts';

/** Pieces overlapping by more than this share of the narrower one stand above one another. */
const MAX_OVERLAP = 0.4;
/** Pieces narrower than this many heights of text are marks and single letters. */
const NARROW_HEIGHTS = 1.2;
/** Further from where a line runs than this many heights, a piece is of another line. */
const MAX_OFFSET = 0.6;

/**
 * Puts pieces of text into printed lines, from top to bottom and left to right. Curled, crumpled or
 * tilted paper turns every line a little differently, so a line is followed from piece to piece
 * along the slope of the print around it. Marks and scraps of letters come last: they would lead a
 * line astray.
 */
export function rowsOf<T extends { readonly region: TextRegion }>(pieces: readonly T[]): T[][] {
  const regions = pieces.map(({ region }) => region);
  const slope = printSlope(regions);
  const height = medianHeight(regions);
  const isNarrow = ({ region }: T) => region.width < height * NARROW_HEIGHTS;
  const rows: T[][] = [];
  const falls = new Map<TextRegion, number>();
  for (const piece of byLeft(pieces.filter((one) => !isNarrow(one)))) {
    const start = pointIn(piece.region, 0, 0.5);
    const fall = slope(start.x, start.y);
    join(piece, rows, (row) => fromItsEnd(row, piece.region, fall, falls));
    const end = pointIn(piece.region, 1, 0.5);
    falls.set(piece.region, slope(end.x, end.y));
  }
  for (const piece of byLeft(pieces.filter(isNarrow))) {
    join(piece, rows, (row) => fromNearest(row, piece.region, slope) / height);
  }
  const middle = regions.reduce((sum, { x }) => sum + x, 0) / regions.length;
  const levelOf = (row: readonly T[]) =>
    row.reduce((sum, { region }) => sum + levelAt(middle, region, slope, height), 0) / row.length;
  return rows
    .map((row) => ({ row: byLeft(row), level: levelOf(row) }))
    .sort((a, b) => a.level - b.level)
    .map(({ row }) => row);
}

/** Adds a piece to the row it is least apart from, or begins another with it. */
function join<T>(piece: T, rows: T[][], apartFrom: (row: readonly T[]) => number): void {
  let [nearest, least]: [T[] | undefined, number] = [undefined, MAX_OFFSET];
  for (const row of rows) {
    const apart = apartFrom(row);
    if (apart < least) [nearest, least] = [row, apart];
  }
  if (nearest === undefined) rows.push([piece]);
  else nearest.push(piece);
}

/**
 * How far a piece is from where the row's last one leads, in heights of the lower of the two.
 * @param fall slope of the print where the piece begins
 * @param falls the same where the others end
 */
function fromItsEnd(
  row: readonly { readonly region: TextRegion }[],
  region: TextRegion,
  fall: number,
  falls: ReadonlyMap<TextRegion, number>,
): number {
  const last = row.at(-1)?.region;
  if (last === undefined || overlaps(last, region)) return Number.POSITIVE_INFINITY;
  const [end, start] = [pointIn(last, 1, 0.5), pointIn(region, 0, 0.5)];
  const between = ((falls.get(last) ?? fall) + fall) / 2;
  const expected = end.y + between * (start.x - end.x);
  return Math.abs(start.y - expected) / Math.min(last.height, region.height);
}

/** How many pixels a small piece is above or below the line of its nearest neighbour in the row. */
function fromNearest(
  row: readonly { readonly region: TextRegion }[],
  { x, y }: TextRegion,
  slope: PrintSlope,
): number {
  let [nearest, apart] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { region } of row) {
    const along = (x - leftOf(region)) / region.width;
    const near = pointIn(region, Math.min(1, Math.max(0, along)), 0.5);
    const distance = Math.abs(x - near.x);
    if (distance >= nearest) continue;
    nearest = distance;
    apart = Math.abs(y - near.y - slope((x + near.x) / 2, near.y) * (x - near.x));
  }
  return apart;
}

/** Where the line of a piece runs at `x`: followed in steps of a few letters. */
function levelAt(x: number, region: TextRegion, slope: PrintSlope, height: number): number {
  const from = pointIn(region, 0.5, 0.5);
  const steps = Math.max(1, Math.min(20, Math.ceil(Math.abs(x - from.x) / (height * 3))));
  const step = (x - from.x) / steps;
  let level = from.y;
  for (let at = 0; at < steps; at++) level += slope(from.x + (at + 0.5) * step, level) * step;
  return level;
}

function overlaps(left: TextRegion, right: TextRegion): boolean {
  const shared = left.x + left.width / 2 - leftOf(right);
  return shared > Math.min(left.width, right.width) * MAX_OVERLAP;
}

function byLeft<T extends { readonly region: TextRegion }>(pieces: readonly T[]): T[] {
  return [...pieces].sort((a, b) => leftOf(a.region) - leftOf(b.region));
}

function leftOf(region: TextRegion): number {
  return region.x - region.width / 2;
}
