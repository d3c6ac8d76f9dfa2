import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import { median } from '#shared/reading/geometry/median.ts';
import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Detector } from './detect.ts';

/** A megapixel shows the print of a receipt that fills its photograph well enough. */
const FIRST_PASS_PIXELS = 920_000;
/** And these are what a small receipt in a large photograph may cost. */
const MAX_PIXELS = 3_000_000;
/** Text heights, in pixels of the scaled page, that the detector finds completely. */
const TEXT_HEIGHT = { least: 15, good: 24 };

/** Finds text on a page; a second time on the enlarged page when the text is small. */
export async function findText(
  page: Grey,
  detector: Detector,
  signal?: AbortSignal,
): Promise<TextRegion[]> {
  const area = page.width * page.height;
  const scale = Math.min(1, Math.sqrt(FIRST_PASS_PIXELS / area));
  const found = await detector.find(page, scale, signal);
  const height = medianHeight(found) * scale;
  if (found.length === 0 || height >= TEXT_HEIGHT.least) return found;
  const larger = Math.min(scale * (TEXT_HEIGHT.good / height), Math.sqrt(MAX_PIXELS / area), 2.5);
  return larger < scale * 1.2 ? found : await detector.find(page, larger, signal);
}

/** Across the text, in pixels of the page; 0 when there is none. */
export function medianHeight(regions: readonly TextRegion[]): number {
  return median(regions.map(({ width, height }) => Math.min(width, height)));
}
