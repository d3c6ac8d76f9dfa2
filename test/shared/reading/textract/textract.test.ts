import { describe, expect, test } from 'vitest';
import { placeWords } from '#shared/reading/textract/place-words.ts';
import { parseTextractLines, type TextractLine } from '#shared/reading/textract/textract.ts';
import { levelCorners, textractAnswer } from '#test/support/textract-answer.ts';

/** A word on a level page, from `left` to `right` of its width. */
function word(text: string, left: number, right: number, line = 0) {
  const [top, bottom] = [0.1 + line * 0.05, 0.13 + line * 0.05];
  return { text, line, corners: levelCorners(left, top, right, bottom) };
}

const answer = textractAnswer([
  word('SUMA', 0.1, 0.2),
  word('PLN', 0.22, 0.3),
  word('12,49', 0.8, 0.9),
  word('GOTÓWKA', 0.1, 0.3, 1),
]);

test('an answer is lines of words with their corners', () => {
  const lines = parseTextractLines(answer);
  expect(lines.map((line) => line.map(({ text }) => text))).toEqual([
    ['SUMA', 'PLN'],
    ['12,49'],
    ['GOTÓWKA'],
  ]);
  expect(lines[0]?.[1]).toEqual({
    text: 'PLN',
    confidence: expect.closeTo(0.9952),
    corners: [
      { x: 0.22, y: 0.1 },
      { x: 0.3, y: 0.1 },
      { x: 0.3, y: 0.13 },
      { x: 0.22, y: 0.13 },
    ],
  });
});

test('a page without text has no lines', () => {
  expect(parseTextractLines(textractAnswer([]))).toEqual([]);
});

test.each([
  ['without blocks', {}],
  ['with a line of words that are not there', { Blocks: answer.Blocks.slice(0, 2) }],
  ['with a word without a polygon', { Blocks: answer.Blocks.map(withoutPolygon) }],
  ['with a word of three corners', { Blocks: answer.Blocks.map(withThreeCorners) }],
])('an answer %s is an error', (_what, wrong) => {
  expect(() => parseTextractLines(wrong)).toThrow();
});

function withoutPolygon(block: (typeof answer.Blocks)[number]) {
  return { ...block, Geometry: { BoundingBox: block.Geometry.BoundingBox } };
}

function withThreeCorners(block: (typeof answer.Blocks)[number]) {
  return { ...block, Geometry: { Polygon: block.Geometry.Polygon.slice(0, 3) } };
}

describe('a word is placed on the page that is read', () => {
  // On a page of 200 × 400 pixels: 80 × 20 around (100, 60), falling by a tenth of a radian.
  const upright = { width: 200, height: 400, data: new Uint8Array() };
  const region = { x: 100, y: 60, width: 80, height: 20, angle: 0.1 };
  const corners = [
    [-40, -10],
    [40, -10],
    [40, 10],
    [-40, 10],
  ].map(([along = 0, across = 0]) => ({
    x: (100 + along * Math.cos(0.1) - across * Math.sin(0.1)) / 200,
    y: (60 + along * Math.sin(0.1) + across * Math.cos(0.1)) / 400,
  }));

  test.each([0, 1, 2, 3] as const)('that was turned by %d quarters', (turns) => {
    // As many turns back are four less.
    const shown = corners.map((corner) => turnedBack(corner, turns));
    for (const first of [0, 1, 2, 3]) {
      const [a, b, c, d] = [...shown.slice(first), ...shown.slice(0, first)];
      if (!a || !b || !c || !d) throw new Error('a word has four corners');
      const line: TextractLine = [{ text: 'SUMA', confidence: 0.9, corners: [a, b, c, d] }];
      const [[placed] = []] = placeWords([line], upright, turns);
      expect(placed?.text).toBe('SUMA');
      for (const [name, value] of Object.entries(region)) {
        expect(placed?.region, `${name}, corner ${first} first`).toMatchObject({
          [name]: expect.closeTo(value, 4),
        });
      }
    }
  });
});

/** Where a place of an upright page was before it was turned clockwise by quarters. */
function turnedBack({ x, y }: { x: number; y: number }, turns: number): { x: number; y: number } {
  return turns === 0 ? { x, y } : turnedBack({ x: y, y: 1 - x }, turns - 1);
}
