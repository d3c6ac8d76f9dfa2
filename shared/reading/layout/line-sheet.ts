import { cropLine, type Grey } from '#shared/reading/geometry/line-crop.ts';
import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import { rowsOf } from './rows.ts';

/** Height of a line on the sheet; Tesseract was trained on letters of about 30 pixels. */
const HEIGHT = 48;
const GAP = 20;
const WHITE = 255;

/** A piece of text on the sheet, in its pixels. */
export interface Placed<T> {
  readonly piece: T;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LineSheet<T> {
  readonly image: Grey;
  readonly placed: readonly Placed<T>[];
}

/**
 * The text of a page laid out anew: every line level and straight, as high as the others, black on
 * white. What tilt, perspective, folds and shadows did to the paper is gone before Tesseract reads.
 */
export function lineSheet<T extends { readonly region: TextRegion }>(
  page: Grey,
  pieces: readonly T[],
): LineSheet<T> {
  const placed: (Placed<T> & { readonly crop: Grey })[] = [];
  rowsOf(pieces).forEach((row, at) => {
    let x = GAP;
    for (const piece of row) {
      const crop = stretchContrast(cropLine(page, piece.region, HEIGHT));
      placed.push({
        piece,
        crop,
        x,
        y: GAP + at * (HEIGHT + GAP),
        width: crop.width,
        height: HEIGHT,
      });
      x += crop.width + GAP * 2;
    }
  });
  const width = Math.max(0, ...placed.map((one) => one.x + one.width)) + GAP;
  const height = Math.max(0, ...placed.map((one) => one.y + one.height)) + GAP;
  const data = new Uint8Array(width * height).fill(WHITE);
  for (const { crop, x, y } of placed) {
    for (let line = 0; line < crop.height; line++) {
      const from = crop.data.subarray(line * crop.width, (line + 1) * crop.width);
      data.set(from, (y + line) * width + x);
    }
  }
  return { image: { data, width, height }, placed };
}

/** Ink black, paper white: stretched between the darkest tenth and the usual brightness. */
function stretchContrast({ data, width, height }: Grey): Grey {
  const sorted = Uint8Array.from(data).sort();
  const ink = sorted[Math.floor(sorted.length * 0.03)] ?? 0;
  const paper = sorted[Math.floor(sorted.length * 0.6)] ?? WHITE;
  const span = Math.max(16, paper - ink);
  return {
    data: data.map((value) => Math.min(WHITE, Math.max(0, ((value - ink) / span) * WHITE))),
    width,
    height,
  };
}
