import sharp from 'sharp';
import { MAX_PIXELS } from '#shared/reading/files/check-pixels.ts';
import { inspectFile } from '#shared/reading/files/inspect-file.ts';
import type { Place } from '#shared/reading/model/place.ts';
import { renderPage } from './pages.ts';

/** Enough for any telephone. */
const WIDTH = 1200;
/** What is shown around the place, in heights of it: a little of the lines above and below tells where one is. */
const MARGIN = 0.6;

/**
 * The part of a photograph or PDF on which something stands, as JPEG.
 * @throws UserError, PermanentError for a file that cannot be decoded
 */
export async function cutOut(bytes: Buffer, place: Place): Promise<Buffer> {
  const { type } = inspectFile(bytes);
  const page = await renderPage(bytes, type, place.page);
  // Turned first: a place is one of the upright picture, and sizes are read after each turn.
  const shown = await sharp(page, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { data, info } = await sharp(shown.data, { raw: shown.info })
    .rotate(place.turns * 90)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const margin = (place.y1 - place.y0) * height * MARGIN;
  const left = clamp(Math.floor(place.x0 * width - margin), width - 1);
  const top = clamp(Math.floor(place.y0 * height - margin), height - 1);
  const region = {
    left,
    top,
    width: Math.max(1, clamp(Math.ceil(place.x1 * width + margin), width) - left),
    height: Math.max(1, clamp(Math.ceil(place.y1 * height + margin), height) - top),
  };
  return await sharp(data, { raw: info })
    .extract(region)
    .resize({ width: WIDTH, withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}
