import sharp from 'sharp';
import { damaged, decodable } from './decodable.ts';
import { inspectFile, MAX_PIXELS } from './inspect-file.ts';
import { drawPdf, readPdfText } from './pdf.ts';
import type { Reading } from './reading.ts';
import { readWithTesseract } from './tesseract.ts';
import { openImage, VARIANTS } from './variants.ts';

export interface ReadOptions {
  /** Whether a reading is so good that no other is needed (its arithmetic balances). */
  isGood(reading: Reading): boolean;
  /** Another engine, asked before Tesseract; an image in, its reading out. */
  readonly textract?: (image: Buffer) => Promise<Reading>;
  /** Stops starting further variants after this, so that a hard photo still ends in time. */
  readonly budgetMs?: number;
}

const BUDGET_MS = 11_000;

/**
 * Reads a file in several ways until one reading is good enough, and answers with all of them.
 * @throws UserError for what the file is, PermanentError for what is inside it (`image-damaged`,
 *   `pdf-password`, `pdf-too-long`, `file-truncated`)
 */
export async function readFile(bytes: Buffer, options: ReadOptions): Promise<Reading[]> {
  const { type } = inspectFile(bytes);
  if (type === 'pdf') return readPdf(bytes, options);
  return readImage(await decodable(bytes, type), options);
}

async function readPdf(bytes: Buffer, options: ReadOptions): Promise<Reading[]> {
  const text = await readPdfText(bytes);
  if (text !== undefined && options.isGood(text)) return [text];
  const pages = await drawPdf(bytes);
  const readings = pages.length === 0 ? [] : await readImage(await stacked(pages), options);
  return text === undefined ? readings : [text, ...readings];
}

async function readImage(image: Buffer, options: ReadOptions): Promise<Reading[]> {
  const started = performance.now();
  const budget = options.budgetMs ?? BUDGET_MS;
  const readings: Reading[] = [];
  if (options.textract !== undefined) {
    const reading = await options.textract(image);
    readings.push(reading);
    if (options.isGood(reading)) return readings;
  }
  const opened = await openImage(image, MAX_PIXELS).catch(damaged);
  for (const variant of VARIANTS) {
    const reading = await readWithTesseract(await opened.prepare(variant), variant.name);
    readings.push(reading);
    if (options.isGood(reading) || performance.now() - started > budget) break;
  }
  return readings;
}

/** Pages below one another, as if they were one long receipt. */
async function stacked(pages: readonly Buffer[]): Promise<Buffer> {
  const [only] = pages;
  if (only !== undefined && pages.length === 1) return only;
  const sizes = await Promise.all(pages.map((page) => sharp(page).metadata()));
  const width = Math.max(...sizes.map((size) => size.width));
  let top = 0;
  const layers = pages.map((input, at) => {
    const layer = { input, left: 0, top };
    top += sizes[at]?.height ?? 0;
    return layer;
  });
  return sharp({ create: { width, height: top, channels: 3, background: '#ffffff' } })
    .composite(layers)
    .png()
    .toBuffer();
}
