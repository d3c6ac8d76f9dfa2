import type { Random } from '../random.ts';
import type { Shot } from './damage.ts';
import { type Homography, homography, type Point } from './homography.ts';

/** Where the paper lies in the picture. */
export interface Frame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels a dot. */
  readonly scale: number;
  /** Table at each side of the paper, in dots. */
  readonly margin: number;
  /** From the picture (in dots) to the sheet (in dots). */
  readonly toSheet: Homography;
  readonly toPicture: Homography;
}

/** Below this a line is 28 pixels high, about the worst of the real photographs. */
const MIN_SCALE = 1.15;
/** More than a telephone's lens shows of a dot. */
const MAX_SCALE = 5;

/** The telephone is held so that the whole paper is in the picture, with some table around it. */
export function frameOf(
  sheet: { width: number; height: number },
  shot: Shot,
  random: Random,
): Frame {
  const { width, height } = sheet;
  const turn = (shot.tilt * Math.PI) / 180;
  const jitter = () => random.between(-1, 1) * shot.perspective * width;
  const flat: Point[] = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const corners = flat.map(({ x, y }) => ({
    x: x * Math.cos(turn) - y * Math.sin(turn) + jitter(),
    y: x * Math.sin(turn) + y * Math.cos(turn) + jitter(),
  }));
  const margin = random.between(0.05, 0.14) * width;
  const [left, top] = [least(corners, 'x') - margin, least(corners, 'y') - margin];
  const wide = most(corners, 'x') + margin - left;
  // Telephones take pictures of 3 : 4; a longer receipt is cut to its length.
  const high = Math.max(most(corners, 'y') + margin - top, (wide * 4) / 3);
  const exact = Math.sqrt((shot.megapixels * 1e6) / (wide * high));
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, exact));
  const inPicture = corners.map(({ x, y }) => ({ x: x - left, y: y - top }));
  return {
    width: Math.round(wide * scale),
    height: Math.round(high * scale),
    scale,
    margin,
    toSheet: homography(inPicture, flat),
    toPicture: homography(flat, inPicture),
  };
}

function least(points: readonly Point[], axis: 'x' | 'y'): number {
  return Math.min(...points.map((point) => point[axis]));
}

function most(points: readonly Point[], axis: 'x' | 'y'): number {
  return Math.max(...points.map((point) => point[axis]));
}
