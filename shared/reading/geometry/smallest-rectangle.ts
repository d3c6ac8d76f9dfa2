import type { Point, TextRegion } from './text-region.ts';

/**
 * The smallest rectangle, turned as it may be, around points: one of its sides lies on a side of
 * their hull, so each is tried.
 */
export function smallestRectangle(points: readonly Point[]): TextRegion {
  const corners = hullOf(points);
  let best = boundsAt(0, corners);
  corners.forEach((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner;
    const angle = Math.atan2(next.y - corner.y, next.x - corner.x);
    const bounds = boundsAt(angle, corners);
    if (bounds.width * bounds.height < best.width * best.height) best = bounds;
  });
  return level(best);
}

/** Pixels have an extent, so a row of one pixel is one high. */
function boundsAt(angle: number, points: readonly Point[]): TextRegion {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const [along, across] = [x * cos + y * sin, y * cos - x * sin];
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x: along * cos - across * sin,
    y: along * sin + across * cos,
    width: right - left + 1,
    height: bottom - top + 1,
    angle,
  };
}

/** The same rectangle, described with the angle nearest to level. */
function level(region: TextRegion): TextRegion {
  const quarters = Math.round(region.angle / (Math.PI / 2));
  const angle = region.angle - quarters * (Math.PI / 2);
  return quarters % 2 === 0
    ? { ...region, angle }
    : { ...region, angle, width: region.height, height: region.width };
}

/** Convex hull, by Andrew's monotone chain. */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...chain(sorted), ...chain(sorted.reverse())];
}

function chain(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    for (;;) {
      const [before, last] = kept.slice(-2);
      if (before === undefined || last === undefined || turnsLeft(before, last, point)) break;
      kept.pop();
    }
    kept.push(point);
  }
  return points.length > 1 ? kept.slice(0, -1) : kept;
}

function turnsLeft(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
