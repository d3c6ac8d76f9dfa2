import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { MAX_PIXELS } from '#shared/reading/files/check-pixels.ts';
import { textOf } from '#shared/reading/model/reading.ts';
import { openFile } from '#shared/reading/open-file.ts';
import { cutOut } from '#shared/reading/pages/cut-out.ts';
import { openPage, rotatePage } from '#shared/reading/pages/page.ts';
import { renderPdf } from '#shared/reading/pages/pdf.ts';
import { readFile } from '#shared/reading/read-file.ts';
import { stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import { parseTextractLines } from '#shared/reading/textract/textract.ts';
import { pdfOf, pngOf } from '#test/flows/hostile-files.ts';
import { textractAnswer } from '#test/support/textract-answer.ts';
import { pdfOfJpeg } from '#test/synthetic/e-receipt/pdf-of-jpeg.ts';

afterAll(stopTesseract);

const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
const contentWith = { isGood: () => true };

describe('the total and the NIP of a photograph are read', () => {
  test.each([
    ['PNG turned by 90°', () => sharp(photo).rotate(90).png().toBuffer(), 3],
    ['WebP on its head', () => sharp(photo).rotate(180).webp({ quality: 95 }).toBuffer(), 2],
    ['scanned PDF', async () => pdfOfJpeg(photo), 0],
  ])('from a %s', async (_what, bytes, turns) => {
    const [reading] = await readFile(await bytes(), contentWith);
    if (reading === undefined) throw new Error('there is no reading');
    expect(textOf(reading)).toMatch(/SUMA PLN 33,70/);
    expect(textOf(reading)).toMatch(/683-198-59-35/);
    expect(reading.sheet?.turns).toBe(turns);
  });
});

test.each([
  ['TIFF', () => sharp(photo).tiff().toBuffer()],
  ['PNG with transparency', () => sharp(photo).ensureAlpha().png().toBuffer()],
  ['JPEG whose EXIF turns it', () => sharp(photo).withMetadata({ orientation: 6 }).toBuffer()],
])('a %s becomes a grey page', async (what, bytes) => {
  const page = await openPage(await bytes(), MAX_PIXELS);
  const size = what.includes('EXIF') ? [650, 500] : [500, 650];
  expect([page.width, page.height]).toEqual(size);
  expect(page.data).toHaveLength(500 * 650);
});

test('a page turned four times by a quarter is the same page', () => {
  const page = { data: Uint8Array.from([1, 2, 3, 4, 5, 6]), width: 3, height: 2 };
  expect(rotatePage(page, 1)).toEqual({
    data: Uint8Array.from([4, 1, 5, 2, 6, 3]),
    width: 2,
    height: 3,
  });
  expect(rotatePage(rotatePage(page, 1), 3)).toEqual(page);
  expect(rotatePage(rotatePage(page, 2), 2)).toEqual(page);
});

test('where there are no networks, what Textract read is the first candidate', async () => {
  const arch = process.arch;
  Object.defineProperty(process, 'arch', { value: 'none' });
  const lines = parseTextractLines(
    textractAnswer([{ text: 'SUMA', line: 0, corners: [at(1, 1), at(3, 1), at(3, 2), at(1, 2)] }]),
  );
  // First Textract's alone, which is not enough, then with whatever else there is.
  const asked: number[] = [];
  const isGood = (readings: readonly unknown[]) => asked.push(readings.length) > 1;
  const readings = await readFile(photo, { isGood, textract: async () => lines });
  Object.defineProperty(process, 'arch', { value: arch });
  expect(asked).toEqual([1, 1]);
  expect(readings).toMatchObject([
    {
      engine: 'textract',
      lines: [{ text: 'SUMA', words: [{ box: { x0: 50, y0: 65, x1: 150, y1: 130 } }] }],
      sheet: { width: 500, bottoms: [650], turns: 0 },
    },
  ]);
});

/** In tenths of the page. */
function at(x: number, y: number) {
  return { x: x / 10, y: y / 10 };
}

test('the text of a PDF is taken as it is, page under page', async () => {
  const [reading, ...others] = await readFile(pdfOf(6), contentWith);
  expect(others).toEqual([]);
  expect(reading).toMatchObject({ engine: 'pdf-text', confidence: 1 });
  expect(reading?.lines).toHaveLength(6);
  expect(reading?.sheet?.bottoms).toEqual([1, 2, 3, 4, 5, 6].map((page) => page * 1600));
});

// Real ones are read in phone-files.test.ts; a broken one must be told apart.
const heic = Buffer.concat([
  Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(200),
]);

test.each([
  ['half a photograph', async () => photo.subarray(0, photo.length / 2), 'file-truncated'],
  ['a PNG with one row of its 800', async () => pngOf(800, 800), 'image-damaged'],
  ['a HEIC with nothing in it', async () => heic, 'image-damaged'],
  ['a PDF with a password', async () => pdfOf(1, { locked: true }), 'pdf-password'],
  ['a PDF of 1,000 pages', async () => pdfOf(1000), 'pdf-too-long'],
])('%s fails for good: %s', async (_what, bytes, code) => {
  await expect(readFile(await bytes(), contentWith)).rejects.toMatchObject({ code });
});

test('260 megapixels are refused by their header, not decoded', async () => {
  const before = process.memoryUsage.rss();
  await expect(readFile(pngOf(20_000, 13_000), contentWith)).rejects.toMatchObject({
    code: 'image-too-large',
  });
  expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
});

test('a PDF page as large as a house is drawn small enough for memory', async () => {
  const [page] = await renderPdf(pdfOf(1, { size: [14_400, 14_400] }), 1);
  if (page === undefined) throw new Error('nothing was drawn');
  const { width, height } = await sharp(page).metadata();
  expect(width * height).toBeLessThan(21_000_000);
});

test('a PDF page as thin as a thread is too small to be read once it is drawn', async () => {
  const file = await openFile(pdfOf(1, { size: [400, 4] }));
  await expect(file.draw()).rejects.toMatchObject({ code: 'image-too-small' });
});

test('of a PDF with text on many pages each page can be shown', async () => {
  const place = { page: 7, turns: 0, x0: 0, y0: 0, x1: 1, y1: 1 } as const;
  const { width } = await sharp(await cutOut(pdfOf(8), place)).metadata();
  expect(width).toBe(1000);
});

test('pages that are pictures are not left out in silence: too many are refused', async () => {
  await expect(renderPdf(pdfOf(6), 5)).rejects.toMatchObject({ code: 'too-many-pages' });
});
