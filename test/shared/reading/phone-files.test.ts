import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { inspectFile } from '#shared/reading/files/inspect-file.ts';
import { cutOut } from '#shared/reading/pages/cut-out.ts';
import { renderPages } from '#shared/reading/pages/pages.ts';
import { stopTesseract } from '#shared/reading/tesseract/tesseract.ts';
import { readReceipt } from '#test/eval/read-receipt.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { phoneHeic } from '#test/synthetic/heic/phone-heic.ts';

afterAll(stopTesseract);

const phone = readFileSync('test/data/heic/Receipt_6.heic');
const plain = readFileSync('test/data/heic/tune.heic');

test('the header of a HEIC has the size of the whole picture, not of a tile of it', () => {
  expect(inspectFile(phone)).toEqual({ type: 'heic', width: 1600, height: 900 });
  expect(inspectFile(plain)).toEqual({ type: 'heic', width: 1400, height: 1050 });
});

test('a HEIC is turned once, though EXIF repeats its own rotation box', async () => {
  const { image } = await renderPages(phone, 'heic');
  const { width, height, orientation } = await sharp(image).metadata();
  expect([width, height, orientation]).toEqual([900, 1600, undefined]);
});

describe('a receipt in a HEIC is read', () => {
  test.each([
    ['in tiles, turned by its box', phone, '32.31', '7811897358', '2019-04-03', 5],
    ['lying, turned by EXIF alone', plain, '23.25', '7791011327', '2025-02-14', 3],
  ])('%s', { timeout: LONG_LIMIT }, async (_what, file, total, nip, date, count) => {
    const { receipt, items } = await readReceipt(file);
    expect(receipt).toMatchObject({
      total: Number(total) * 100,
      date,
      merchant: { nip },
      balance: { ok: true },
    });
    expect(items).toHaveLength(count);
  });
});

test.each([
  ['a HEIC of 108 megapixels', () => gridOf(12_000, 9_000), 'image-too-large'],
  ['a picture that only AVIF decodes, under a general brand', () => avif('mif1'), 'file-type'],
  ['an AVIF', () => avif('avif'), 'file-type'],
])('%s is refused before it is stored', async (_what, bytes, code) => {
  const file = await bytes();
  expect(() => inspectFile(file)).toThrow(expect.objectContaining({ code }));
});

/** A grid that says it is so large, with one tile. */
function gridOf(width: number, height: number): Buffer {
  return phoneHeic({ tiles: [plain], columns: 1, width, height, turns: 0, orientation: 1 });
}

async function avif(brand: string): Promise<Buffer> {
  const file = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .avif()
    .toBuffer();
  file.write(brand, 8, 'latin1');
  return file;
}

describe('a TIFF', () => {
  const grey = (height: number, background: string) =>
    sharp({ create: { width: 400, height, channels: 3, background } })
      .png()
      .toBuffer();
  const tiff = async (pages: readonly Buffer[]) =>
    await sharp([...pages], { join: { animated: true } })
      .tiff()
      .toBuffer();

  test('of several pages is one picture, page under page', async () => {
    const file = await tiff([await grey(300, '#fff'), await grey(300, '#000')]);
    expect(inspectFile(file)).toMatchObject({ width: 400, height: 300 });
    const { image, ends } = await renderPages(file, 'tiff');
    expect(ends).toEqual([0.5, 1]);
    expect(await sharp(image).metadata()).toMatchObject({ width: 400, height: 600 });
    const whole = { turns: 0, x0: 0, y0: 0, x1: 1, y1: 1 } as const;
    for (const [page, mean] of [255, 0].entries()) {
      const { channels } = await sharp(await cutOut(file, { ...whole, page })).stats();
      expect(channels[0]?.mean).toBeCloseTo(mean, 0);
    }
  });

  test('of more pages than a receipt has is refused', async () => {
    const page = await grey(20, '#fff');
    await expect(renderPages(await tiff(Array(6).fill(page)), 'tiff')).rejects.toMatchObject({
      code: 'too-many-pages',
    });
  });

  test('of too many pixels is refused by its header', async () => {
    const huge = await tiff([await grey(300, '#fff'), await grey(300, '#000')]);
    const [WIDTH, LONG] = [256, 4];
    for (let entry = huge.readUInt32LE(4) + 2; entry < huge.length; entry += 12) {
      if (huge.readUInt16LE(entry) !== WIDTH) continue;
      huge.writeUInt16LE(LONG, entry + 2);
      huge.writeUInt32LE(1_000_000, entry + 8);
      break;
    }
    expect(() => inspectFile(huge)).toThrow(expect.objectContaining({ code: 'image-too-large' }));
  });
});
