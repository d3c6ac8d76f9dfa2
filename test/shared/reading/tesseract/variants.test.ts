import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import { measurePrint } from '#shared/reading/layout/measure-print.ts';
import { prepare, VARIANTS } from '#shared/reading/tesseract/variants.ts';

const [WIDTH, HEIGHT] = [600, 400];
const DEGREES = 5;
const angle = (DEGREES * Math.PI) / 180;

/** Lines of text 20 high and 300 long around the middle of a page, all turned alike. */
const regions: TextRegion[] = [-60, 0, 60].map((down) => ({
  x: WIDTH / 2,
  y: HEIGHT / 2 + down,
  width: 300,
  height: 20,
  angle,
}));
const page = { data: new Uint8Array(WIDTH * HEIGHT).fill(255), width: WIDTH, height: HEIGHT };

test('the print is measured: its part of the page, its tilt and its height', () => {
  const { bounds, degrees, textHeight } = measurePrint(page, regions);
  expect(degrees).toBeCloseTo(DEGREES);
  expect(textHeight).toBe(20);
  expect(bounds.x0).toBeGreaterThan(80);
  expect(bounds.x1).toBeLessThan(520);
});

test('where no text was found the whole page is taken as it stands', () => {
  expect(measurePrint(page, [])).toEqual({
    bounds: { x0: 0, y0: 0, x1: WIDTH, y1: HEIGHT },
    degrees: 0,
    textHeight: undefined,
  });
});

test.each(VARIANTS.map((variant) => [variant.name, variant] as const))(
  'a place of the image prepared as %s is found again on the page',
  async (_name, variant) => {
    const [x, y] = [350, 230];
    const dotted = { ...page, data: Uint8Array.from(page.data) };
    for (let row = -4; row <= 4; row++) {
      dotted.data.fill(0, (y + row) * WIDTH + x - 4, (y + row) * WIDTH + x + 5);
    }
    const { image, toPage } = await prepare(dotted, measurePrint(page, regions), variant);
    const dot = await darkest(image);
    const found = toPage(dot.x, dot.y);
    expect(Math.hypot(found.x - x, found.y - y)).toBeLessThan(3);
  },
);

/** The middle of everything dark. */
async function darkest(image: Buffer) {
  const { data, info } = await sharp(image)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [sum, x, y] = [0, 0, 0];
  for (const [at, value] of data.entries()) {
    if (value > 100) continue;
    sum += 1;
    x += (at % info.width) + 0.5;
    y += Math.floor(at / info.width) + 0.5;
  }
  return { x: x / sum, y: y / sum };
}

test.each(VARIANTS.map((variant) => [variant.name, variant] as const))(
  'a page of one line is prepared as %s too',
  async (_name, variant) => {
    const line = { data: new Uint8Array(2000 * 32).fill(255), width: 2000, height: 32 };
    const { image } = await prepare(line, measurePrint(line, []), variant);
    expect(await sharp(image).metadata()).toMatchObject({ format: 'png' });
  },
);
