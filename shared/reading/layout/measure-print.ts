import { medianHeight } from '#shared/reading/detect/find-text.ts';
import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Box } from '#shared/reading/model/reading.ts';

/** What is to be known of the print on a page before it is prepared for reading. */
export interface PrintLayout {
  /** The part of the page that holds text, with a margin; the whole page when no text was found. */
  readonly bounds: Box;
  /** Degrees the text is turned clockwise. */
  readonly degrees: number;
  /** Of a piece of text, in pixels of the page; undefined when none was found. */
  readonly textHeight: number | undefined;
}

/** Around the outermost text, in heights of it. */
const MARGIN = 2;

export function measurePrint(page: Grey, regions: readonly TextRegion[]): PrintLayout {
  const whole = { x0: 0, y0: 0, x1: page.width, y1: page.height };
  // One far piece of text, on the table beside the receipt, costs time and nothing else.
  if (regions.length < 3) return { bounds: whole, degrees: 0, textHeight: undefined };
  const textHeight = medianHeight(regions);
  const reach = textHeight * MARGIN;
  const halfWidths = regions.map(({ width, height, angle }) => {
    return (Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle))) / 2;
  });
  const edges = regions.map(({ x, y }, at) => {
    const half = halfWidths[at] ?? 0;
    return { left: x - half, right: x + half, y };
  });
  const bounds = {
    x0: Math.max(0, Math.floor(Math.min(...edges.map(({ left }) => left)) - reach)),
    y0: Math.max(0, Math.floor(Math.min(...edges.map(({ y }) => y)) - reach)),
    x1: Math.min(page.width, Math.ceil(Math.max(...edges.map(({ right }) => right)) + reach)),
    y1: Math.min(page.height, Math.ceil(Math.max(...edges.map(({ y }) => y)) + reach)),
  };
  return { bounds, degrees: tiltOf(regions), textHeight };
}

/** The median angle, where a piece counts by its width: short ones are inaccurate. */
function tiltOf(regions: readonly TextRegion[]): number {
  const sorted = regions
    .filter(({ width, height }) => width > height * 3)
    .sort((a, b) => a.angle - b.angle);
  const half = sorted.reduce((sum, { width }) => sum + width, 0) / 2;
  let sum = 0;
  for (const { angle, width } of sorted) {
    sum += width;
    if (sum >= half) return (angle * 180) / Math.PI;
  }
  return 0;
}
