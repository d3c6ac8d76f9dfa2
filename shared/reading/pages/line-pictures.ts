import { MAX_PIXELS } from '#shared/reading/files/check-pixels.ts';
import { inspectFile } from '#shared/reading/files/inspect-file.ts';
import { cropLine, type Grey } from '#shared/reading/geometry/line-crop.ts';
import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Turns } from '#shared/reading/model/turns.ts';
import { imageOf, openPage, rotatePage } from './page.ts';
import { renderPages } from './pages.ts';

/** Of a picture: letters of about 60 pixels, of which models that see read small print well. */
const HEIGHT = 96;
/** Shown around a line, in heights of it: boxes of words are generous already, and a neighbour distracts. */
const MARGIN = 0.1;

/** A file as the one upright page that its readings were made of; scans of several pages as one. */
export async function uprightPage(bytes: Buffer, turns: Turns): Promise<Grey> {
  const { type } = inspectFile(bytes);
  const { image } = await renderPages(bytes, type);
  return rotatePage(await openPage(image, MAX_PIXELS), turns);
}

/** A strip of the page laid level, as PNG. */
export async function linePicture(page: Grey, region: TextRegion): Promise<Buffer> {
  const [height, width] = [
    region.height * (1 + 2 * MARGIN),
    region.width + 2 * MARGIN * region.height,
  ];
  return await imageOf(cropLine(page, { ...region, height, width }, HEIGHT))
    .png()
    .toBuffer();
}
