import { askTextract } from './ask-textract.ts';
import type { Grey } from './geometry/line-crop.ts';
import { printOf } from './layout/print.ts';
import type { Reading } from './model/reading.ts';
import { sheetOf } from './model/sheet.ts';
import { readText } from './read-text.ts';
import { readVariant } from './tesseract/read-variant.ts';
import { VARIANTS } from './tesseract/variants.ts';
import type { AskTextract } from './textract/textract.ts';

/**
 * Reads a page in several ways until the readings together are good enough.
 *
 * Textract, where there is one, is asked first. Then the networks find every piece of text,
 * wherever and however tilted it stands, and read it; Tesseract reads the same pieces laid
 * straight, for it knows all Polish letters; all of them vote character by character. What that
 * leaves in doubt Tesseract reads from the whole page, prepared in one way after the other.
 *
 * @param before readings there are already
 * @param until `performance.now()` after which no further reading is begun
 * @param ends where each page of the file ends on this one, as shares of its height
 */
export async function readPage(
  page: Grey,
  options: {
    readonly isGood: (readings: readonly Reading[]) => boolean;
    readonly textract: AskTextract | undefined;
    readonly before: readonly Reading[];
    readonly ends: readonly number[];
    readonly until: number;
  },
): Promise<Reading[]> {
  const { isGood, textract, before, ends, until } = options;
  const seen = textract && (await askTextract(page, textract, sheetOf(page, 0, ends)));
  if (seen !== undefined && isGood([...before, seen.reading])) return [...before, seen.reading];
  const text = await readText(page, ends, seen);
  const readings = [...before, ...text.readings];
  const print = printOf(text.page, text.regions);
  for (const variant of VARIANTS) {
    if (isGood(readings) || performance.now() > until) break;
    readings.push(await readVariant(text.page, print, variant, text.sheet));
  }
  return readings;
}
