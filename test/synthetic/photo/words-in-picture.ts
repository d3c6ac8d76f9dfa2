import { printedWords } from '../paper/dots.ts';
import type { Point } from './homography.ts';
import type { Print } from './photograph.ts';

/** A printed word and its corners in a photograph, in fractions of its width and height. */
export interface PlacedPrint {
  readonly text: string;
  /** From 0, of the paper. */
  readonly line: number;
  /** From its top left, clockwise as the paper lies. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/** Where the words of a print stand in a photograph of it. */
export function wordsInPicture(
  { lines, form }: Print,
  placeOf: (dot: Point) => Point,
): PlacedPrint[] {
  return printedWords(lines, form).map(({ text, line, left, right, top, bottom }) => ({
    text,
    line,
    corners: [
      placeOf({ x: left, y: top }),
      placeOf({ x: right, y: top }),
      placeOf({ x: right, y: bottom }),
      placeOf({ x: left, y: bottom }),
    ],
  }));
}
