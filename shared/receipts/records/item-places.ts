import { boundingBox } from '#shared/reading/model/bounding-box.ts';
import type { Place } from '#shared/reading/model/place.ts';
import type { Box, Reading, Sheet } from '#shared/reading/model/reading.ts';
import type { ParsedItem } from '#shared/receipts/model/receipt.ts';

/** Where each item stands in the file; null where its reading has no places. */
export function placesOf(items: readonly ParsedItem[], reading: Reading): (Place | null)[] {
  const { sheet, lines } = reading;
  return items.map(({ sourceLines }) => {
    const words = (sourceLines ?? []).flatMap((at) => lines[at]?.words ?? []);
    return sheet === undefined || words.length === 0
      ? null
      : placeOf(boundingBox(words.map(({ box }) => box)), sheet);
  });
}

/** On the page that its middle lies on. */
function placeOf({ x0, y0, x1, y1 }: Box, { width, bottoms, turns }: Sheet): Place {
  const found = bottoms.findIndex((bottom) => (y0 + y1) / 2 < bottom);
  const page = found < 0 ? bottoms.length - 1 : found;
  const top = bottoms[page - 1] ?? 0;
  const height = (bottoms[page] ?? 0) - top;
  return {
    page,
    turns,
    x0: share(x0, width),
    y0: share(y0 - top, height),
    x1: share(x1, width),
    y1: share(y1 - top, height),
  };
}

/** To four decimals: a third of a pixel of any photograph. */
function share(part: number, whole: number): number {
  return Math.round(Math.min(1, Math.max(0, part / whole)) * 10_000) / 10_000;
}
