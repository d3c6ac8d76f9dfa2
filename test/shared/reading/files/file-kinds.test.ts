import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inspectFile } from '#shared/reading/files/inspect-file.ts';

test('the size of an image is read from its header, whatever its format', async () => {
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

describe.each(['png', 'jpeg', 'webp', 'tiff'] as const)('a picture as %s', (format) => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#fff' } })
      .toFormat(format)
      .toBuffer();

  test.each([
    [1, 1],
    [8, 8],
    [300, 12],
    [31, 300],
  ])('of %i × %i pixels is too small to be read, and said to be', async (width, height) => {
    const bytes = await picture(width, height);
    expect(() => inspectFile(bytes)).toThrow(
      expect.objectContaining({ kind: 'unprocessable', code: 'image-too-small' }),
    );
  });

  test('of 32 × 32 pixels is taken', async () => {
    expect(inspectFile(await picture(32, 32))).toMatchObject({ width: 32, height: 32 });
  });
});
