import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import { lineSheet, type Placed } from '#shared/reading/layout/line-sheet.ts';
import type { Character } from '#shared/reading/model/character.ts';
import type { Piece } from '#shared/reading/model/piece.ts';
import type { Box } from '#shared/reading/model/reading.ts';
import { imageOf } from '#shared/reading/pages/page.ts';
import { joinWithSpaces } from '#shared/reading/vote/join-with-spaces.ts';
import { recogniseWords, type SpelledWord } from './tesseract.ts';

/** Has Tesseract read the pieces of a page, from a sheet on which they lie straight. */
export async function readLineSheet(
  page: Grey,
  pieces: readonly Piece[],
  signal?: AbortSignal,
): Promise<Piece[]> {
  if (pieces.length === 0) return [];
  const { image, placed } = lineSheet(page, pieces);
  const words = await recogniseWords(
    await imageOf(image).withMetadata({ density: 300 }).png().toBuffer(),
    signal,
  );
  return placed.map((one) => ({ ...one.piece, tesseract: charactersOf(one, words) }));
}

/** The characters that stand on a piece, with a space between its words. */
function charactersOf(piece: Placed<Piece>, words: readonly SpelledWord[]): Character[] {
  const own = words
    .filter(({ box }) => isOn(piece, box))
    .sort((a, b) => a.box.x0 - b.box.x0)
    .map(({ letters }) =>
      letters.map(({ text, confidence, box }) => ({
        text,
        confidence,
        at: Math.min(1, Math.max(0, (middleOf(box).x - piece.x) / piece.width)),
      })),
    );
  return joinWithSpaces(own);
}

function isOn({ x, y, width, height }: Placed<Piece>, box: Box): boolean {
  const middle = middleOf(box);
  return middle.x >= x && middle.x < x + width && middle.y >= y && middle.y < y + height;
}

function middleOf({ x0, y0, x1, y1 }: Box): { x: number; y: number } {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}
