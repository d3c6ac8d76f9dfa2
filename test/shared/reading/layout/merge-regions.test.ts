import { expect, test } from 'vitest';
import { pointIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';
import { mergeRegions } from '#shared/reading/layout/merge-regions.ts';

/** A piece of the line at `y` from `from` to `to`. */
function piece(from: number, to: number, y = 50, height = 20): TextRegion {
  return { x: (from + to) / 2, y, width: to - from, height, angle: 0 };
}
const spans = (regions: readonly TextRegion[]) =>
  mergeRegions(regions).map(({ x, width }) => [
    Math.round(x - width / 2),
    Math.round(x + width / 2),
  ]);

test('words that overlap in their line become one piece, with a margin', () => {
  expect(spans([piece(10, 100), piece(95, 180)])).toEqual([[2, 188]]);
});

test('a joined piece runs along both', () => {
  const falling = { ...piece(95, 180, 58), angle: 0.2 };
  const [joined] = mergeRegions([piece(10, 100), falling]);
  if (joined === undefined) throw new Error('nothing is left');
  for (const u of [0.2, 0.35, 0.7, 0.9]) {
    const { x, y } = pointIn(joined, u, 0.5);
    const expected = x < 97.5 ? 50 : 58 + Math.tan(0.2) * (x - falling.x);
    expect(Math.abs(y - expected), `at ${u}`).toBeLessThan(2.5);
  }
});

test('words with a space between them, and words above one another, stay apart', () => {
  expect(spans([piece(10, 100), piece(104, 180)])).toHaveLength(2);
  expect(spans([piece(10, 100, 50), piece(95, 180, 62)])).toHaveLength(2);
});

test('a margin ends halfway to what stands beside', () => {
  expect(spans([piece(10, 100), piece(104, 180)])).toEqual([
    [2, 102],
    [102, 188],
  ]);
});

test('a text that two strips found is one piece', () => {
  expect(spans([piece(10, 100, 50), piece(14, 99, 51)])).toHaveLength(1);
});

test('a mark on the space between words is no piece; a letter standing alone is', () => {
  const [left, right] = [piece(10, 100), piece(110, 180)];
  expect(spans([left, piece(95, 114, 50, 12), right])).toHaveLength(2);
  expect(spans([left, right, piece(190, 204, 50, 18)])).toHaveLength(3);
});
