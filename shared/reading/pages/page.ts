import sharp, { type Sharp } from 'sharp';
import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { Turns } from '#shared/reading/model/turns.ts';

// Each image is read once: what sharp keeps of it is memory for nothing.
sharp.cache(false);

/** Wider than any reader needs; a receipt may be long. */
const MAX_SIZE = { width: 3000, height: 6000 };

/**
 * A photograph as a grey page, rotated according to its EXIF.
 * @param maxPixels more than these are refused before they are decoded
 */
export async function openPage(bytes: Buffer, maxPixels: number): Promise<Grey> {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ ...MAX_SIZE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The page for sharp to work on. */
export function imageOf({ data, width, height }: Grey): Sharp {
  return sharp(data, { raw: { width, height, channels: 1 } });
}

/** The page turned by quarters. */
export function rotatePage(page: Grey, turns: Turns): Grey {
  const { width, height } = page;
  if (turns === 0) return page;
  const data = new Uint8Array(page.data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to =
        turns === 1
          ? x * height + (height - 1 - y)
          : turns === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : (width - 1 - x) * height + y;
      data[to] = page.data[y * width + x] ?? 0;
    }
  }
  return turns === 2 ? { data, width, height } : { data, width: height, height: width };
}
