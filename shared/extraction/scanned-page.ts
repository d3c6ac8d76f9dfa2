import { MAX_PIXELS } from '#shared/reading/files/check-pixels.ts';
import { checkSides } from '#shared/reading/files/check-sides.ts';
import { throwDamaged } from '#shared/reading/files/decodable.ts';
import type { TextLine as ReadLine } from '#shared/reading/model/reading.ts';
import { openPage } from '#shared/reading/pages/page.ts';
import { renderPdfPage } from '#shared/reading/pages/pdf.ts';
import { readPage } from '#shared/reading/read-page.ts';
import type { Page } from './extracted.ts';
import { addLines, bodyHeight } from './line-blocks.ts';
import { TextBudget, TextBuilder } from './text-builder.ts';
import { linesOf } from './text-line.ts';

/**
 * A page of a PDF read as a picture, once: there are no sums that would tell a better reading.
 * @param page counted from 0
 * @param onOpened called when the page is drawn: what follows is bounded by its size
 * @throws UserError, PermanentError for what the page is (image-too-large, image-damaged, too-much-print)
 */
export async function readScannedPage(
  bytes: Buffer,
  page: number,
  onOpened: () => void,
  signal?: AbortSignal,
): Promise<Page> {
  const picture = await openPage(await renderPdfPage(bytes, page), MAX_PIXELS).catch(throwDamaged);
  checkSides(picture);
  onOpened();
  const [reading] = await readPage(picture, {
    isGood: (readings) => readings.length > 0,
    textract: undefined,
    before: [],
    ends: [1],
    maxVariants: 1,
    signal,
  });
  const lines = (reading?.lines ?? []).flatMap(toLines);
  const text = new TextBuilder(new TextBudget());
  addLines(lines, bodyHeight([lines]), text);
  return text.page();
}

/** A line of a reading, with the gaps between its words. */
function toLines({ words }: ReadLine) {
  return linesOf(
    words.map(({ text, box }) => ({
      text,
      left: box.x0,
      right: box.x1,
      top: box.y0,
      bottom: box.y1,
    })),
  );
}
