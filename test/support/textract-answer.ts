import { randomUUID } from 'node:crypto';
import type { PlacedPrint } from '#test/synthetic/photo/words-in-picture.ts';

type Corners = PlacedPrint['corners'];

/** The corners of a level place, clockwise from the upper left, as shares of the page. */
export function levelCorners(left: number, top: number, right: number, bottom: number): Corners {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** A gap of more letters than this ends a line of Textract's. */
const GAP = 2.5;

/**
 * What DetectDocumentText answers for words, in the shape of its documentation: a PAGE of LINEs of
 * WORDs, each with its box and its polygon.
 */
export function textractAnswer(words: readonly PlacedPrint[]) {
  const lines = linesOf(words).map((line) => {
    const children = line.map(({ text, corners }) => block('WORD', corners, { Text: text }));
    const [first, last] = [line[0], line.at(-1)];
    if (first === undefined || last === undefined) throw new Error('a line has no words');
    const [[a, , , d], [, b, c]] = [first.corners, last.corners];
    const text = { Text: line.map((word) => word.text).join(' ') };
    return { line: block('LINE', [a, b, c, d], text, children), children };
  });
  const page = block(
    'PAGE',
    levelCorners(0, 0, 1, 1),
    {},
    lines.map(({ line }) => line),
  );
  return {
    DocumentMetadata: { Pages: 1 },
    Blocks: [page, ...lines.map(({ line }) => line), ...lines.flatMap(({ children }) => children)],
    DetectDocumentTextModelVersion: '1.0',
  };
}

function block(
  BlockType: 'PAGE' | 'LINE' | 'WORD',
  corners: Corners,
  text: { Text?: string },
  children: readonly { Id: string }[] = [],
) {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [Left, Top] = [Math.min(...xs), Math.min(...ys)];
  return {
    BlockType,
    ...(text.Text !== undefined && { Confidence: 99.52, ...text }),
    ...(BlockType === 'WORD' && { TextType: 'PRINTED' }),
    Geometry: {
      BoundingBox: { Width: Math.max(...xs) - Left, Height: Math.max(...ys) - Top, Left, Top },
      Polygon: corners.map(({ x, y }) => ({ X: x, Y: y })),
    },
    Id: randomUUID(),
    ...(children.length > 0 && {
      Relationships: [{ Type: 'CHILD', Ids: children.map(({ Id }) => Id) }],
    }),
  };
}

function linesOf(words: readonly PlacedPrint[]): PlacedPrint[][] {
  const lines: PlacedPrint[][] = [];
  for (const word of words) {
    const before = lines.at(-1)?.at(-1);
    if (before?.line === word.line && gapOf(before, word) < GAP) lines.at(-1)?.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** Between two words, in letters of the second. */
function gapOf(before: PlacedPrint, { text, corners }: PlacedPrint): number {
  const [end, start, right] = [before.corners[1], corners[0], corners[1]];
  const letter = Math.hypot(right.x - start.x, right.y - start.y) / text.length;
  return Math.hypot(start.x - end.x, start.y - end.y) / letter;
}
