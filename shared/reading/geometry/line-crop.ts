import { bendAt, pointIn, type TextRegion } from './text-region.ts';

/** A grey image, one byte a pixel, row by row. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Longer pieces of text than this many heights are no line of a receipt. */
const MAX_ASPECT_RATIO = 50;

/**
 * The text of a region laid level and straight and brought to `height` pixels; its width follows.
 * Pixels are means of four places, or of more where the page is much larger.
 */
export function cropLine(page: Grey, region: TextRegion, height: number): Grey {
  const scale = height / region.height;
  const width = Math.round(Math.min(Math.max(region.width * scale, 8), height * MAX_ASPECT_RATIO));
  const samples = Math.min(4, Math.max(1, Math.round(1 / scale)));
  const data = new Uint8Array(width * height);
  const straight = { ...region, bend: [] };
  const origin = pointIn(straight, 0, 0);
  const [right, down] = [pointIn(straight, 1, 0), pointIn(straight, 0, 1)];
  const across = { x: (right.x - origin.x) / width, y: (right.y - origin.y) / width };
  const along = { x: (down.x - origin.x) / height, y: (down.y - origin.y) / height };
  const bends = Array.from({ length: width * samples }, (_, at) => {
    return bendAt(region, (at + 0.5) / (width * samples)) * scale;
  });
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let part = 0; part < samples * samples; part++) {
        const u = column + ((part % samples) + 0.5) / samples;
        const bend = bends[column * samples + (part % samples)] ?? 0;
        const v = row + (Math.floor(part / samples) + 0.5) / samples + bend;
        sum += brightness(
          page,
          origin.x + across.x * u + along.x * v - 0.5,
          origin.y + across.y * u + along.y * v - 0.5,
        );
      }
      data[row * width + column] = sum / (samples * samples);
    }
  }
  return { data, width, height };
}

/** Between the four pixels around the place; beyond the edge, that of the edge. */
function brightness({ data, width, height }: Grey, x: number, y: number): number {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 2);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 2);
  const [dx, dy] = [Math.min(Math.max(x - left, 0), 1), Math.min(Math.max(y - top, 0), 1)];
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - dx) + (data[at + 1] ?? 0) * dx;
  const lower = (data[at + width] ?? 0) * (1 - dx) + (data[at + width + 1] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}
