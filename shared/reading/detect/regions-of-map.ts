import { smallestRectangle } from '#shared/reading/geometry/smallest-rectangle.ts';
import { type Point, partOf, type TextRegion } from '#shared/reading/geometry/text-region.ts';
import { alongText } from './along-text.ts';

/** For every pixel how likely it belongs to text, 0 … 1, row by row. */
export interface ProbabilityMap {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** PaddleOCR's own thresholds, but for faint print, which scores a little lower. */
const MIN_PIXEL = 0.3;
const MIN_REGION = 0.5;
const MIN_SIDE = 3;
/** The network marks the heart of a text; the whole is larger by this share of area over outline. */
const UNCLIP_RATIO = 1.6;

/** The pieces of text a probability map marks, in its own pixels. */
export function regionsOfMap(map: ProbabilityMap): TextRegion[] {
  const seen = new Uint8Array(map.data.length);
  const regions: TextRegion[] = [];
  for (let start = 0; start < map.data.length; start++) {
    if (seen[start] === 1 || (map.data[start] ?? 0) < MIN_PIXEL) continue;
    const { edge, pixels, mean } = flood(map, start, seen);
    if (mean < MIN_REGION || edge.length < 4) continue;
    const core = alongText(smallestRectangle(edge), edge, pixels);
    if (Math.min(core.width, core.height) >= MIN_SIDE) regions.push(unclip(core));
  }
  return regions;
}

function unclip(core: TextRegion): TextRegion {
  const more = (core.width * core.height * UNCLIP_RATIO) / (core.width + core.height);
  const each = more / 2 / core.width;
  return { ...partOf(core, -each, 1 + each), height: core.height + more };
}

/** All pixels that hang together with `start`: those at its edge, all, and their mean. */
function flood({ data, width, height }: ProbabilityMap, start: number, seen: Uint8Array) {
  const edge: Point[] = [];
  const pixels: Point[] = [];
  const left = [start];
  let sum = 0;
  seen[start] = 1;
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    sum += data[at] ?? 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    pixels.push({ x, y });
    let inside = x > 0 && y > 0 && x + 1 < width && y + 1 < height;
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const next = v * width + u;
        if ((data[next] ?? 0) < MIN_PIXEL) inside = false;
        else if (seen[next] === 0) {
          seen[next] = 1;
          left.push(next);
        }
      }
    }
    if (!inside) edge.push({ x, y });
  }
  return { edge, pixels, mean: sum / pixels.length };
}
