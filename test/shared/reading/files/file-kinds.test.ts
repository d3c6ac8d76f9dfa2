import sharp from 'sharp';
import { expect, test } from 'vitest';
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
