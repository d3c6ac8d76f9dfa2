import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import { linesFromWords } from '#shared/reading/layout/lines.ts';
import type { PrintLayout } from '#shared/reading/layout/measure-print.ts';
import type { Box, Reading, Sheet } from '#shared/reading/model/reading.ts';
import { meanConfidence, recogniseWords } from './tesseract.ts';
import { type Prepared, prepare, type Variant } from './variants.ts';

/** Tesseract's reading of a whole page, prepared in one way. */
export async function readVariant(
  page: Grey,
  print: PrintLayout,
  variant: Variant,
  sheet: Sheet,
  signal?: AbortSignal,
): Promise<Reading> {
  const started = performance.now();
  const prepared = await prepare(page, print, variant);
  const words = await recogniseWords(prepared.image, signal);
  const lines = linesFromWords(words).map(({ text, words: row }) => ({
    text,
    words: row.map((word) => ({
      text: word.text,
      confidence: word.confidence,
      box: onPage(word.box, prepared),
    })),
  }));
  return {
    engine: 'tesseract',
    variant: variant.name,
    lines,
    confidence: meanConfidence(words),
    milliseconds: Math.round(performance.now() - started),
    sheet,
  };
}

function onPage({ x0, y0, x1, y1 }: Box, { toPage }: Prepared): Box {
  const corners = [toPage(x0, y0), toPage(x1, y0), toPage(x0, y1), toPage(x1, y1)];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}
