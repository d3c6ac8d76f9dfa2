export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A slanted and maybe bent stripe around a piece of text, in pixels of the page. */
export interface TextRegion {
  /** Of its middle, were it straight. */
  readonly x: number;
  readonly y: number;
  /** Along the text. */
  readonly width: number;
  /** Across it. */
  readonly height: number;
  /** Radians the text is turned clockwise from level, −π/4 … π/4. */
  readonly angle: number;
  /**
   * How far the text runs below the straight middle, in the middle of each of equally wide parts
   * from left to right: paper curls and creases. Absent where it is straight.
   */
  readonly bend?: readonly number[];
}

/** The place at `u` of the way along the text and `v` of the way from its top to its bottom (0 … 1). */
export function pointIn(region: TextRegion, u: number, v: number): Point {
  const along = (u - 0.5) * region.width;
  const across = (v - 0.5) * region.height + bendAt(region, u);
  const [cos, sin] = [Math.cos(region.angle), Math.sin(region.angle)];
  return { x: region.x + along * cos - across * sin, y: region.y + along * sin + across * cos };
}

/** The inverse of {@link pointIn}: how far along (`u`) and across (`v`) a region a place is. */
export function placeIn(region: TextRegion, { x, y }: Point): { u: number; v: number } {
  const [dx, dy] = [x - region.x, y - region.y];
  const [cos, sin] = [Math.cos(region.angle), Math.sin(region.angle)];
  const u = 0.5 + (dx * cos + dy * sin) / region.width;
  return { u, v: 0.5 + (dy * cos - dx * sin - bendAt(region, u)) / region.height };
}

/** How far below its straight middle the text runs at `u` of the way along it. */
export function bendAt({ bend = [] }: TextRegion, u: number): number {
  // Beyond the middles of the outermost parts the text goes on as it went between the last two.
  const left = Math.max(0, Math.min(Math.floor(u * bend.length - 0.5), bend.length - 2));
  const [from = 0, to = from] = [bend[left], bend[left + 1]];
  return from + (to - from) * (u * bend.length - 0.5 - left);
}

/** How much the text falls from left to right around `u`, pixels a pixel. */
export function slopeIn(region: TextRegion, u: number): number {
  const reach = 0.5 / Math.max(1, region.bend?.length ?? 1);
  const [from, to] = [pointIn(region, u - reach, 0.5), pointIn(region, u + reach, 0.5)];
  return (to.y - from.y) / (to.x - from.x);
}

/** The part of a region between two places along it (0 … 1). */
export function partOf(region: TextRegion, from: number, to: number): TextRegion {
  const straight = { ...region, bend: [] };
  const { x, y } = pointIn(straight, (from + to) / 2, 0.5);
  const width = region.width * (to - from);
  if (region.bend === undefined) return { ...region, x, y, width };
  const parts = Math.max(2, Math.round(region.bend.length * (to - from)));
  const bend = Array.from({ length: parts }, (_, at) =>
    bendAt(region, from + ((at + 0.5) / parts) * (to - from)),
  );
  return { ...region, x, y, width, bend };
}
