import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { Point, TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Turns } from '#shared/reading/model/turns.ts';
import type { TextractLine } from './textract.ts';

/** A word with its place, in pixels of the page. */
export interface PlacedWord {
  readonly text: string;
  /** 0 … 1 */
  readonly confidence: number;
  readonly region: TextRegion;
}

/**
 * Textract's lines on the page that the other readers use.
 * @param turns quarter turns clockwise from the page that Textract was shown to this one
 */
export function placeWords(
  lines: readonly TextractLine[],
  { width, height }: Grey,
  turns: Turns,
): PlacedWord[][] {
  const onPage = (corner: Point) => {
    const { x, y } = turnedBy(corner, turns);
    return { x: x * width, y: y * height };
  };
  return lines.map((line) =>
    line.map(({ text, confidence, corners: [a, b, c, d] }) => {
      return { text, confidence, region: regionOf(onPage(a), onPage(b), onPage(c), onPage(d)) };
    }),
  );
}

function turnedBy({ x, y }: Point, turns: Turns): Point {
  if (turns === 1) return { x: 1 - y, y: x };
  if (turns === 2) return { x: 1 - x, y: 1 - y };
  return turns === 3 ? { x: y, y: 1 - x } : { x, y };
}

/**
 * The slanted rectangle nearest to four corners in their turn. Which of them comes first is not
 * documented for turned text, so on an upright page the more level pair of sides runs along it.
 */
function regionOf(a: Point, b: Point, c: Point, d: Point): TextRegion {
  const [one, other] = [meanSide(a, b, d, c), meanSide(b, c, a, d)];
  const isOneLevel = Math.abs(one.x) * length(other) >= Math.abs(other.x) * length(one);
  const [along, across] = isOneLevel ? [one, other] : [other, one];
  return {
    x: (a.x + b.x + c.x + d.x) / 4,
    y: (a.y + b.y + c.y + d.y) / 4,
    // A region without an extent has no places.
    width: Math.max(1, length(along)),
    height: Math.max(1, length(across)),
    angle: along.x === 0 ? 0 : Math.atan(along.y / along.x),
  };
}

function meanSide(from: Point, to: Point, otherFrom: Point, otherTo: Point): Point {
  return {
    x: (to.x - from.x + otherTo.x - otherFrom.x) / 2,
    y: (to.y - from.y + otherTo.y - otherFrom.y) / 2,
  };
}

function length({ x, y }: Point): number {
  return Math.hypot(x, y);
}
