/** A part of a tall image: the rows `top … bottom` are shown, text is taken from `from … to`. */
export interface Strip {
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

/** Memory grows with the pixels processed at once; more than these buys nothing. */
const MAX_PIXELS = 360_000;
/** A line at the edge of one strip lies whole in its neighbour. */
const MARGIN = 64;

/** Cuts an image into overlapping strips whose edges are multiples of `grain`, as its height is. */
export function stripsOf({
  width,
  height,
  grain,
}: {
  readonly width: number;
  readonly height: number;
  readonly grain: number;
}): Strip[] {
  const tallest = Math.max(4 * MARGIN, MAX_PIXELS / width);
  const count = Math.ceil(height / tallest);
  const step = Math.ceil(height / count / grain) * grain;
  const strips: Strip[] = [];
  for (let from = 0; from < height; from += step) {
    const to = Math.min(from + step, height);
    strips.push({
      from: from === 0 ? Number.NEGATIVE_INFINITY : from,
      to: to === height ? Number.POSITIVE_INFINITY : to,
      top: Math.max(0, from - MARGIN),
      bottom: Math.min(height, to + MARGIN),
    });
  }
  return strips;
}
