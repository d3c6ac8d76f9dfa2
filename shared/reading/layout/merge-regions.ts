import { medianHeight } from '#shared/reading/detect/find-text.ts';
import { partOf, pointIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';
import { rowsOf } from './rows.ts';

/** In heights of text: narrower pieces than this may be scraps. */
const NARROW_HEIGHTS = 1.2;
/** And are, when less than so much of their width stands free of their neighbours. */
const MIN_FREE_WIDTH = 0.4;
/** What was marked of a space is lower than a letter, and may stand more free. */
const LOW_PIECE = { height: 0.7, free: 0.75 };
/** Two pieces go on in one another when their ends are less than this share of their height apart. */
const MAX_OFFSET = 0.3;
/** Share of its width on which a piece lies on another that is the same text. */
const MIN_COVERED = 0.8;
/** Room at the ends of a piece, in heights of text. */
const MARGIN = 0.4;

/**
 * The regions of a page so that no letter stands in two of them. Words of a line overlap a little
 * where the space between them is narrow, and there the detector likes to mark the space as well:
 * half a letter read twice is a letter that is not printed. So pieces that go on in one another
 * become one, and what lies between them is left out.
 */
export function mergeRegions(regions: readonly TextRegion[]): TextRegion[] {
  const height = medianHeight(regions);
  return rowsOf(foundOnce(regions).map((region) => ({ region }))).flatMap((row) => {
    const all = row.map(({ region }) => region);
    const whole: TextRegion[] = [];
    for (const region of all) {
      const before = whole.at(-1);
      if (isScrap(region, all, height)) continue;
      if (before === undefined || !goesOn(before, region)) whole.push(region);
      else whole[whole.length - 1] = joined(before, region);
    }
    return whole.map((region, at) => widened(region, whole[at - 1], whole[at + 1], height));
  });
}

/** Without what another region covers: at the edge of two strips of the page both may find a text. */
function foundOnce(regions: readonly TextRegion[]): TextRegion[] {
  const widest = [...regions].sort((a, b) => b.width - a.width);
  return widest.filter((region, at) => !widest.slice(0, at).some((other) => covers(other, region)));
}

function covers(other: TextRegion, region: TextRegion): boolean {
  const from = Math.max(leftOf(other), leftOf(region));
  const to = Math.min(rightOf(other), rightOf(region));
  if (to - from < region.width * MIN_COVERED) return false;
  return (
    Math.abs(levelOf(other, region.x) - levelOf(region, region.x)) < region.height * MAX_OFFSET
  );
}

/** With a margin at both ends, as far as nothing else stands there: a lone digit at an end is marked by half. */
function widened(
  region: TextRegion,
  before: TextRegion | undefined,
  after: TextRegion | undefined,
  height: number,
): TextRegion {
  const most = height * MARGIN;
  const [toLeft, toRight] = [
    before === undefined ? most : (leftOf(region) - rightOf(before)) / 2,
    after === undefined ? most : (leftOf(after) - rightOf(region)) / 2,
  ].map((free) => Math.min(most, Math.max(0, free)) / region.width);
  return partOf(region, -(toLeft ?? 0), 1 + (toRight ?? 0));
}

function goesOn(left: TextRegion, right: TextRegion): boolean {
  const [lower, higher] = [left.height, right.height].sort((a, b) => a - b);
  if (rightOf(left) < leftOf(right) || rightOf(right) < rightOf(left)) return false;
  if (lower === undefined || higher === undefined || higher > lower * 1.5) return false;
  const seam = (leftOf(right) + rightOf(left)) / 2;
  const [end, start] = [levelOf(left, seam), levelOf(right, seam)];
  return Math.abs(end - start) < lower * MAX_OFFSET;
}

/** One region along two that overlap. */
function joined(left: TextRegion, right: TextRegion): TextRegion {
  const [from, to] = [pointIn(left, 0, 0.5), pointIn(right, 1, 0.5)];
  const width = Math.hypot(to.x - from.x, to.y - from.y);
  const height = Math.max(left.height, right.height);
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const seam = (leftOf(right) + rightOf(left)) / 2;
  const parts = Math.max(4, (left.bend?.length ?? 1) + (right.bend?.length ?? 1));
  const bend = Array.from({ length: parts }, (_, at) => {
    const u = (at + 0.5) / parts;
    const [x, y] = [from.x + (to.x - from.x) * u, from.y + (to.y - from.y) * u];
    return (levelOf(x < seam ? left : right, x) - y) * Math.cos(angle);
  });
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, width, height, angle, bend };
}

/** Where the middle of a region runs at `x`. */
function levelOf(region: TextRegion, x: number): number {
  return pointIn(region, (x - leftOf(region)) / region.width, 0.5).y;
}

function isScrap(region: TextRegion, row: readonly TextRegion[], height: number): boolean {
  const isLow = region.height < height * LOW_PIECE.height;
  const free = freeOf(region, row) / height;
  return region.width < height * NARROW_HEIGHTS && free < (isLow ? LOW_PIECE.free : MIN_FREE_WIDTH);
}

/** Pixels of its width on which no higher piece of its line lies. */
function freeOf(region: TextRegion, row: readonly TextRegion[]): number {
  let [from, to] = [leftOf(region), rightOf(region)];
  for (const other of row) {
    if (other === region || other.height <= region.height) continue;
    if (leftOf(other) <= from) from = Math.max(from, rightOf(other));
    if (rightOf(other) >= to) to = Math.min(to, leftOf(other));
  }
  return Math.max(0, to - from);
}

function leftOf({ x, width }: TextRegion): number {
  return x - width / 2;
}

function rightOf({ x, width }: TextRegion): number {
  return x + width / 2;
}
