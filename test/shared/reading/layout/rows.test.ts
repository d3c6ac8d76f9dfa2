import { expect, test } from 'vitest';
import { cropLine } from '#shared/reading/geometry/line-crop.ts';
import { pointIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';
import { rowsOf } from '#shared/reading/layout/rows.ts';

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

test('a line is followed over the middle of curled paper', () => {
  // Names at the left edge, prices at the right; in between a line falls and rises by its height.
  const level = (x: number) => ((x - 250) / 250) ** 2 * -30;
  const on = (text: string, from: number, to: number, line: number) => {
    const [rise, middle] = [level(to) - level(from), (level(from) + level(to)) / 2];
    const angle = Math.atan2(rise, to - from);
    return piece(text, (from + to) / 2, 100 + line * 26 + middle, to - from, angle);
  };
  const pieces = [0, 1, 2, 3].flatMap((line) => [
    on(`item${line}`, 0, 80 + line * 20, line),
    on(`price${line}`, 440, 500, line),
  ]);
  expect(texts(pieces)).toEqual(['item0 price0', 'item1 price1', 'item2 price2', 'item3 price3']);
});

test('a scrap between two words does not lead their line astray', () => {
  const scrap = { text: '|', region: { x: 165, y: 41, width: 16, height: 10, angle: 0 } };
  const pieces = [piece('Pomidory', 80, 50, 150), scrap, piece('krojone', 250, 54, 150)];
  expect(texts(pieces)).toEqual(['Pomidory | krojone']);
});

test.each([
  ['slanted', { x: 50, y: 50, width: 60, height: 12, angle: 0.3 }],
  ['bent', { x: 50, y: 50, width: 60, height: 12, angle: 0.3, bend: [-6, 0, 4, 0, -6] }],
] satisfies [string, TextRegion][])('a %s line is laid level', (_, region) => {
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
