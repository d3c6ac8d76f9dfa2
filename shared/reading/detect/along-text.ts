import { type Point, placeIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';

/** The middle of the text is measured once per so many text heights; more often would follow letters. */
const PART_HEIGHTS = 3;
const MAX_PARTS = 12;

/**
 * A rectangle bent along the text in it. The network marks a stripe along each text, so where the
 * middle of the stripe runs the text runs, be the paper curled or creased.
 *
 * @param edge the outermost pixels of the stripe
 * @param pixels all of them
 */
export function alongText(
  core: TextRegion,
  edge: readonly Point[],
  pixels: readonly Point[],
): TextRegion {
  const thickness = pixels.length / core.width;
  const parts = Math.min(MAX_PARTS, Math.round(core.width / thickness / PART_HEIGHTS) + 1);
  // A letter or two have no direction of their own.
  if (core.width < thickness * 2) return core;
  const bent = { ...core, bend: smoothed(middles(core, pixels, parts)) };
  const apart = edge.map((point) => {
    const { v } = placeIn(bent, point);
    return (v - 0.5) * core.height;
  });
  const [top, bottom] = [Math.min(...apart), Math.max(...apart)];
  const bend = bent.bend.map((below) => below + (top + bottom) / 2);
  return { ...bent, height: bottom - top + 1, bend };
}

/** Mean of the pixels of each part, from left to right. */
function middles(core: TextRegion, pixels: readonly Point[], parts: number): number[] {
  const sums = new Float64Array(parts);
  const counts = new Float64Array(parts);
  for (const pixel of pixels) {
    const { u, v } = placeIn(core, pixel);
    const part = Math.max(0, Math.min(parts - 1, Math.floor(u * parts)));
    sums[part] = (sums[part] ?? 0) + (v - 0.5) * core.height;
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return Array.from(sums, (sum, part) => sum / Math.max(1, counts[part] ?? 0));
}

function smoothed(values: readonly number[]): number[] {
  return values.map((value, at) => {
    const [before, after] = [values[at - 1], values[at + 1]];
    return before === undefined || after === undefined ? value : (before + 2 * value + after) / 4;
  });
}
