import { expect, test } from 'vitest';
import { pointIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';
import { layWords } from '#shared/reading/vote/lay-words.ts';

const ANGLE = 0.12;

/** Print that falls to the right: `along` it and `across` it from (300, 200). */
function region(along: number, across: number, width: number, height = 20): TextRegion {
  const paper = { x: 300, y: 200, width: 1, height: 1, angle: ANGLE };
  return { ...pointIn(paper, along + 0.5, across + 0.5), width, height, angle: ANGLE };
}

/** A word of letters 10 wide whose first begins at `along`. */
function word(text: string, along: number, across: number, confidence = 0.99) {
  const width = [...text].length * 10;
  return { text, confidence, region: region(along + width / 2, across, width, 18) };
}
const textsOf = (pieces: ReturnType<typeof layWords>) =>
  pieces.map(({ textract }) => textract.map(({ text }) => text).join(''));

test('words go to the piece their middle lies on, with a place for each letter', () => {
  // Boxes of these two lines overlap by far: they are 28 apart and fall by 36.
  const regions = [region(150, 0, 300), region(150, 28, 300)];
  const lines = [
    [word('CHLEB', 10, 0), word('4,99', 250, 0)],
    [word('KEFIR', 10, 28), word('2,49', 250, 28)],
  ];
  const pieces = layWords(regions, lines);
  expect(textsOf(pieces)).toEqual(['CHLEB 4,99', 'KEFIR 2,49']);
  const [first] = pieces;
  expect(first?.region).toBe(regions[0]);
  expect(first?.textract[0]).toEqual({ text: 'C', confidence: 0.99, at: expect.closeTo(15 / 300) });
  expect(first?.textract[5]).toMatchObject({ text: ' ', at: expect.closeTo(155 / 300) });
  expect(first?.textract.at(-1)?.at).toBeCloseTo(285 / 300);
});

test('where pieces overlap, the one whose middle is nearer has the word', () => {
  const regions = [region(150, 0, 300, 44), region(150, 28, 300, 44)];
  expect(textsOf(layWords(regions, [[word('CHLEB', 10, 8)], [word('KEFIR', 10, 20)]]))).toEqual([
    'CHLEB',
    'KEFIR',
  ]);
});

test('a word across two pieces is split where the one ends', () => {
  const regions = [region(75, 0, 90), region(160, 0, 70)];
  const pieces = layWords(regions, [[word('2*4,999,98C', 80, 0)]]);
  expect(textsOf(pieces)).toEqual(['2*4,', '999,98C']);
});

test('letters that stick out of a piece were cut off by it', () => {
  const [piece, ...more] = layWords([region(75, 0, 150)], [[word('MASŁO', 120, 0)]]);
  expect(more).toEqual([]);
  expect(piece?.textract.map(({ text }) => text).join('')).toBe('MASŁO');
  expect(piece?.textract.at(-1)?.at).toBe(1);
});

test('neighbours on no piece become one of their own', () => {
  const regions = [region(150, 0, 300)];
  const lines = [
    [word('CHLEB', 10, 0)],
    [word('MASŁO', 10, 28), word('82%', 70, 28)],
    [word('C', 290, 28)],
  ];
  const pieces = layWords(regions, lines);
  expect(textsOf(pieces)).toEqual(['CHLEB', 'MASŁO 82%', 'C']);
  const whole = region(55, 28, 90, 18);
  for (const side of ['x', 'y', 'width', 'height', 'angle'] as const) {
    expect(pieces[1]?.region[side]).toBeCloseTo(whole[side]);
  }
});

test('half a word that was overlooked is a piece, the other half stays where it stands', () => {
  const pieces = layWords([region(75, 0, 150)], [[word('CZEKOLADA', 110, 0)]]);
  expect(textsOf(pieces)).toEqual(['CZEK', 'OLADA']);
  expect(pieces[1]?.region.width).toBeCloseTo(50);
});

test('a word of which one letter grazes the line above does not go there', () => {
  // Between the lines, and slanted less than they are.
  const text = word('JOGURT', 10, 16);
  const slanted = { ...text, region: { ...text.region, angle: ANGLE - 0.3 } };
  const [piece, ...own] = layWords([region(150, 0, 300)], [[slanted]]);
  expect(piece?.textract).toEqual([]);
  expect(textsOf(own)).toEqual(['JOGURT']);
});

test('a piece that Textract saw nothing on, and a page that it saw nothing on', () => {
  expect(layWords([region(0, 0, 50)], [])).toEqual([{ region: region(0, 0, 50), textract: [] }]);
  expect(layWords([], [])).toEqual([]);
});
