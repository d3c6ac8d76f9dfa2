import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { PaperLine } from './line.ts';

/** Metric twin of Arial with all Polish letters; a file, so that the machine needs no fonts. */
const FONT_FILE = fileURLToPath(
  import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'),
);
/** Tall and deep letters above every column, cut off again: the columns' first lines stand level. */
const GUARD = 'ĄŻ|g';
const WIDTH = 700;
const MARGIN = 30;

/** The lines on a strip of white paper, 700 pixels wide, as PNG. */
export async function printPaper(lines: readonly PaperLine[]): Promise<Buffer> {
  const guard = await sharp(await column([], 'left')).metadata();
  const columns = await Promise.all([
    column(texts(lines, 'left'), 'left'),
    column(texts(lines, 'right'), 'right'),
    column(texts(lines, 'centre'), 'centre'),
  ]);
  const cut = await Promise.all(columns.map((image) => withoutTop(image, guard.height)));
  const [left, right, centre] = cut;
  if (left === undefined || right === undefined || centre === undefined) return printPaper([]);
  const height = Math.max(...cut.map((image) => image.height)) + 2 * MARGIN;
  const layers = [
    { ...left, at: MARGIN },
    { ...right, at: WIDTH - MARGIN - right.width },
    { ...centre, at: Math.round((WIDTH - centre.width) / 2) },
  ].map(({ data, at }) => ({ input: data, left: at, top: MARGIN, blend: 'multiply' as const }));
  return sharp({ create: { width: WIDTH, height, channels: 3, background: 'white' } })
    .composite(layers)
    .png()
    .toBuffer();
}

function texts(lines: readonly PaperLine[], place: keyof PaperLine): string[] {
  return lines.map((line) => line[place]);
}

/** Black on white, below the guard. */
async function column(
  lines: readonly string[],
  align: 'left' | 'right' | 'centre',
): Promise<Buffer> {
  const escaped = lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const text = [GUARD, ...escaped].join('\n');
  return sharp({
    text: { text, align, fontfile: FONT_FILE, font: 'Liberation Sans 11', dpi: 150, spacing: 2 },
  })
    .negate()
    .png()
    .toBuffer();
}

async function withoutTop(image: Buffer, top: number) {
  const { width, height } = await sharp(image).metadata();
  const rest = { left: 0, top, width, height: height - top };
  if (rest.height <= 0) return { data: image, width, height };
  const data = await sharp(image).extract(rest).png().toBuffer();
  return { data, width, height: rest.height };
}
