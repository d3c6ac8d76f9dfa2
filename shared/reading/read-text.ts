import type { Grey } from './geometry/line-crop.ts';
import type { TextRegion } from './geometry/text-region.ts';
import { mergeRegions } from './layout/merge-regions.ts';
import type { Reading, Sheet } from './model/reading.ts';
import { sheetOf } from './model/sheet.ts';
import { checkPrint } from './print-width.ts';
import type { TextractResult } from './read-with-textract.ts';
import { networks } from './recognise/networks.ts';
import { readPieces } from './recognise/read-pieces.ts';
import { turnUpright } from './recognise/upright.ts';
import { placeWords } from './textract/place-words.ts';
import { layWords } from './vote/lay-words.ts';
import { singleReading, votedReading } from './vote/piece-reading.ts';

/** A page as it is read, and the readings of its pieces of text. */
export interface ReadText {
  readonly page: Grey;
  readonly sheet: Sheet;
  /** None where there are no networks. */
  readonly regions: readonly TextRegion[];
  readonly readings: readonly Reading[];
}

/**
 * Turns a page upright and reads its pieces of text; with Textract also what each reader alone saw. Where there are no networks to find pieces, Textract's own reading is all there is.
 * @param ends where each page of the file ends on this one, as shares of its height
 * @param signal aborted when time is up, which is then what this throws
 */
export async function readText(
  page: Grey,
  ends: readonly number[],
  seen: TextractResult | undefined,
  signal?: AbortSignal,
): Promise<ReadText> {
  const started = performance.now();
  const loaded = await networks();
  if (loaded === undefined) {
    const readings = seen === undefined ? [] : [seen.reading];
    return { page, sheet: sheetOf(page, 0, ends), regions: [], readings };
  }
  const { page: upright, turns, regions } = await turnUpright(page, loaded, signal);
  const sheet = sheetOf(upright, turns, ends);
  checkPrint(regions);
  const laid = layWords(mergeRegions(regions), placeWords(seen?.lines ?? [], upright, turns));
  const pieces = await readPieces(upright, laid, loaded.recogniser, signal);
  const milliseconds = Math.round(performance.now() - started);
  const readings = [votedReading(pieces, { sheet, milliseconds })];
  if (seen !== undefined) {
    readings.push(
      singleReading(pieces, 'network', { sheet, milliseconds }),
      singleReading(pieces, 'textract', { sheet, milliseconds: seen.reading.milliseconds }),
    );
  }
  return { page: upright, sheet, regions: pieces.map(({ region }) => region), readings };
}
