import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Place } from '#shared/reading/model/place.ts';
import { cutOut } from '#shared/reading/pages/cut-out.ts';

const WHITE = '#ffffff';

/** A white page with a black bar across it, from 40 % to 50 % of its height. */
const page = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: WHITE } }).composite([
    {
      input: {
        create: { width, height: Math.round(height / 10), channels: 3, background: '#000' },
      },
      left: 0,
      top: Math.round(height * 0.4),
    },
  ]);

const darkness = async (image: Buffer) => {
  const { channels } = await sharp(image).greyscale().stats();
  return 255 - (channels[0]?.mean ?? 255);
};

const BAR: Place = { page: 0, turns: 0, x0: 0.1, y0: 0.4, x1: 0.9, y1: 0.5 };

test('a place is cut out with a little of what is around it', async () => {
  const cut = await cutOut(await page(400, 300).jpeg().toBuffer(), BAR);
  const { width, height, format } = await sharp(cut).metadata();
  expect([format, width, height]).toEqual(['jpeg', 356, 66]);
  // 30 of its 66 rows are the bar.
  expect(await darkness(cut)).toBeGreaterThan(90);
});

test('a photograph that was taken lying down is turned first', async () => {
  const upright = await page(400, 300).jpeg().toBuffer();
  const lying = await sharp(upright).rotate(270).withMetadata({ orientation: 6 }).toBuffer();
  expect(await darkness(await cutOut(lying, BAR))).toBeGreaterThan(90);
});

test('a place at the edge is cut at the edge', async () => {
  const cut = await cutOut(await page(400, 300).png().toBuffer(), {
    page: 0,
    turns: 0,
    ...{ x0: 0, y0: 0.95, x1: 1, y1: 1 },
  });
  const { width, height } = await sharp(cut).metadata();
  expect([width, height]).toEqual([400, 24]);
});

test('a page whose text was on end is turned like the one that was read', async () => {
  const onEnd = await sharp(await page(400, 300).png().toBuffer())
    .rotate(270)
    .png()
    .toBuffer();
  const cut = await cutOut(onEnd, { ...BAR, turns: 1 });
  const { width, height } = await sharp(cut).metadata();
  expect([width, height]).toEqual([356, 66]);
  expect(await darkness(cut)).toBeGreaterThan(90);
});
