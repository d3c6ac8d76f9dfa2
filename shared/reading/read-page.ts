import type { Grey } from './geometry/line-crop.ts';
import { measurePrint } from './layout/measure-print.ts';
import type { Reading } from './model/reading.ts';
import { sheetOf } from './model/sheet.ts';
import { printWidth } from './print-width.ts';
import { readText } from './read-text.ts';
import { readWithTextract } from './read-with-textract.ts';
import { readVariant } from './tesseract/read-variant.ts';
import { VARIANTS } from './tesseract/variants.ts';
import type { TextractReader } from './textract/textract.ts';

/**
 * Text that readers may have been shown before the whole page is prepared in another way: pixels along
 * lines, of which a letter takes some twenty, counted for each reader. A bound
 * on work, not on time, so that a busy machine reads what an idle one does; on two free cores a hard
 * photograph then takes some 13 s.
 */
const MAX_SHOWN = 80_000;

/**
 * Reads a page in several ways until the readings together are good enough.
 *
 * Textract, where there is one, is asked first. Then networks find every piece of text, wherever and
 * however tilted it stands, and read it; with Textract they vote character by character. What that
 * leaves in doubt Tesseract, loaded only then, reads from the whole page, prepared in one way after the
 * other.
 *
 * When the signal is aborted the readings made until then are the answer.
 *
 * @param before readings there are already
 * @param ends where each page of the file ends on this one, as shares of its height
 * @param maxVariants ways to prepare the whole page that are tried at most
 */
export async function readPage(
  page: Grey,
  options: {
    readonly isGood: (readings: readonly Reading[]) => boolean;
    readonly textract: TextractReader | undefined;
    readonly before: readonly Reading[];
    readonly ends: readonly number[];
    readonly maxVariants: number | undefined;
    readonly signal: AbortSignal | undefined;
  },
): Promise<Reading[]> {
  const { isGood, textract, before, ends, maxVariants, signal } = options;
  let readings = [...before];
  try {
    const seen =
      textract && (await readWithTextract(page, textract, sheetOf(page, 0, ends), signal));
    if (seen !== undefined) {
      readings = [...before, seen.reading];
      if (isGood(readings)) return readings;
    }
    const text = await readText(page, ends, seen, signal);
    readings = [...before, ...text.readings];
    const print = measurePrint(text.page, text.regions);
    const width = printWidth(text.regions);
    let shown = width;
    for (const variant of VARIANTS.slice(0, maxVariants)) {
      if (isGood(readings) || shown >= MAX_SHOWN) break;
      shown += width;
      readings.push(await readVariant(text.page, print, variant, text.sheet, signal));
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  return readings;
}
