import type { Grey } from './line-crop.ts';
import { networks } from './paddle/networks.ts';
import type { Turns } from './page.ts';
import { singleReading, votedReading } from './piece-reading.ts';
import { printOf } from './print.ts';
import { readLineSheet } from './read-line-sheet.ts';
import { readPieces } from './read-pieces.ts';
import { readVariant } from './read-variant.ts';
import type { Reading, Sheet } from './reading.ts';
import { turnUpright } from './upright.ts';
import { VARIANTS } from './variants.ts';

/**
 * Reads a page in several ways until the readings together are good enough.
 *
 * First the networks find every piece of text, wherever and however tilted it stands, and read it;
 * Tesseract reads the same pieces laid straight, for it knows all Polish letters; the three vote
 * character by character. What that leaves in doubt Tesseract reads from the whole page, prepared
 * in one way after the other.
 *
 * @param before readings there are already
 * @param until `performance.now()` after which no further reading is begun
 * @param ends where each page of the file ends on this one, as shares of its height
 */
export async function readPage(
  page: Grey,
  options: {
    readonly isGood: (readings: readonly Reading[]) => boolean;
    readonly before: readonly Reading[];
    readonly ends: readonly number[];
    readonly until: number;
  },
): Promise<Reading[]> {
  const { upright, readings } = await readText(page, options.ends);
  readings.unshift(...options.before);
  const print = printOf(upright.page, upright.regions);
  for (const variant of VARIANTS) {
    if (options.isGood(readings) || performance.now() > options.until) break;
    readings.push(await readVariant(upright.page, print, variant, upright.sheet));
  }
  return readings;
}

/** What the networks and Tesseract make of the pieces of text; nothing where there are no networks. */
async function readText(page: Grey, ends: readonly number[]) {
  const started = performance.now();
  const loaded = await networks();
  if (loaded === undefined) {
    const sheet = sheetOf(page, 0, ends);
    return { upright: { page, regions: [], sheet }, readings: [] as Reading[] };
  }
  const { page: upright, turns, regions } = await turnUpright(page, loaded);
  const sheet = sheetOf(upright, turns, ends);
  const pieces = await readLineSheet(upright, await readPieces(upright, regions, loaded));
  const milliseconds = Math.round(performance.now() - started);
  const readings = [
    votedReading(pieces, { sheet, milliseconds }),
    ...(['english', 'latin', 'tesseract'] as const).map((reader) =>
      singleReading(pieces, reader, { sheet, milliseconds }),
    ),
  ];
  return { upright: { page: upright, regions, sheet }, readings };
}

function sheetOf({ width, height }: Grey, turns: Turns, ends: readonly number[]): Sheet {
  // Turned pages would stand side by side; a photograph, which is what gets turned, has only one.
  const bottoms = (turns === 0 ? ends : [1]).map((share) => share * height);
  return { width, bottoms, turns };
}
