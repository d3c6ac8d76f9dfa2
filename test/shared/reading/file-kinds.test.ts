import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspectFile } from '#shared/reading/inspect-file.ts';
import { readingFromTextract } from '#shared/reading/textract.ts';

test('the size of an image is told by its header, whatever its format', async () => {
  const photo = 'test/data/receipts/Receipt_6.jpeg';
  const image = sharp(photo).resize(640, 480, { fit: 'fill' });
  const files = [
    await image.clone().png().toBuffer(),
    await image.clone().jpeg().toBuffer(),
    await image.clone().jpeg({ progressive: true }).toBuffer(),
    await image.clone().webp().toBuffer(),
    await image.clone().webp({ lossless: true }).toBuffer(),
    await image
      .clone()
      .webp()
      .withExif({ IFD0: { Software: 'test' } })
      .toBuffer(),
  ];
  for (const file of files) expect(inspectFile(file)).toMatchObject({ width: 640, height: 480 });
});

test('Textract’s words become lines by where they stand, whatever else it tells', () => {
  const word = (Text: string, Left: number, Top: number) => ({
    BlockType: 'WORD',
    Text,
    Confidence: 90,
    Geometry: { BoundingBox: { Left, Top, Width: 0.1, Height: 0.02 } },
  });
  const Blocks = [
    { BlockType: 'PAGE' },
    word('12,49', 0.7, 0.2),
    word('SUMA', 0.1, 0.2),
    word('PARAGON', 0.3, 0.1),
    { BlockType: 'LINE', Text: 'SUMA 12,49' },
  ];
  const reading = readingFromTextract({ Blocks }, 5);
  expect(reading.lines.map(({ text }) => text)).toEqual(['PARAGON', 'SUMA 12,49']);
  expect(reading.confidence).toBeCloseTo(0.9);
  expect(readingFromTextract({}, 5)).toMatchObject({ lines: [], confidence: 0 });
});
