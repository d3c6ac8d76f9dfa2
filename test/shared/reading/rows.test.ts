import { expect, test } from 'vitest';
import { cropLine } from '#shared/reading/line-crop.ts';
import { rowsOf } from '#shared/reading/rows.ts';
import { pointIn, type TextRegion } from '#shared/reading/text-region.ts';

function piece(text: string, x: number, y: number, width: number, angle = 0) {
  return { text, region: { x, y, width, height: 20, angle } satisfies TextRegion };
}
const texts = (pieces: ReturnType<typeof piece>[]) =>
  rowsOf(pieces).map((row) => row.map(({ text }) => text).join(' '));

test('prices stay with their items', () => {
  const pieces = [
    piece('4,99', 380, 50, 50),
    piece('Chleb', 100, 52, 120),
    piece('2,49', 380, 80, 50),
    piece('Kefir', 100, 79, 120),
  ];
  expect(texts(pieces)).toEqual(['Chleb 4,99', 'Kefir 2,49']);
});

test('a line is followed along its slope', () => {
  // 300 px to the right, a line falls by 30: one line and a half.
  const angle = 0.1;
  const pieces = [0, 1, 2].flatMap((line) => [
    piece(`item${line}`, 100, 50 + line * 22, 160, angle),
    piece(`price${line}`, 400, 80 + line * 22, 50, 0),
  ]);
  expect(texts(pieces)).toEqual(['item0 price0', 'item1 price1', 'item2 price2']);
});

test('a slanted line is laid level', () => {
  const region: TextRegion = { x: 50, y: 50, width: 60, height: 12, angle: 0.3 };
  const data = new Uint8Array(100 * 100).fill(255);
  for (let along = 0; along <= 1; along += 0.002) {
    const { x, y } = pointIn(region, along, 0.5);
    data[Math.floor(y) * 100 + Math.floor(x)] = 0;
  }
  const crop = cropLine({ data, width: 100, height: 100 }, region, 24);
  expect(crop.width).toBe(120);
  const darkness = Array.from({ length: 24 }, (_, row) =>
    crop.data.subarray(row * 120, (row + 1) * 120).reduce((sum, value) => sum + 255 - value, 0),
  );
  const middle = darkness.slice(9, 15).reduce((sum, value) => sum + value, 0);
  expect(middle).toBeGreaterThan(darkness.reduce((sum, value) => sum + value, 0) * 0.9);
});
