export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A slanted rectangle around a piece of text, in pixels of the page. */
export interface TextRegion {
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
  /** Along the text. */
  readonly width: number;
  /** Across it. */
  readonly height: number;
  /** Radians the text is turned clockwise from level, −π/4 … π/4. */
  readonly angle: number;
}

/** The place at `u` of the way along the text and `v` of the way from its top to its bottom (0 … 1). */
export function pointIn(region: TextRegion, u: number, v: number): Point {
  const [along, across] = [(u - 0.5) * region.width, (v - 0.5) * region.height];
  const [cos, sin] = [Math.cos(region.angle), Math.sin(region.angle)];
  return { x: region.x + along * cos - across * sin, y: region.y + along * sin + across * cos };
}

/** The inverse of {@link pointIn}: how far along (`u`) and across (`v`) a region a place is. */
export function placeIn(region: TextRegion, { x, y }: Point): { u: number; v: number } {
  const [dx, dy] = [x - region.x, y - region.y];
  const [cos, sin] = [Math.cos(region.angle), Math.sin(region.angle)];
  return {
    u: 0.5 + (dx * cos + dy * sin) / region.width,
    v: 0.5 + (dy * cos - dx * sin) / region.height,
  };
}
