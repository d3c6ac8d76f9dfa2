import type { LaidPiece } from './lay-words.ts';
import { cropLine, type Grey } from './line-crop.ts';
import type { Networks } from './paddle/networks.ts';
import { LINE_HEIGHT } from './paddle/recognise.ts';
import type { Piece } from './piece.ts';

/** Reads every piece of text with both networks: one knows Polish letters, the other digits. */
export async function readPieces(
  page: Grey,
  laid: readonly LaidPiece[],
  { latin, english }: Networks,
): Promise<Piece[]> {
  const lines = laid.map(({ region }) => cropLine(page, region, LINE_HEIGHT));
  const [inLatin, inEnglish] = [await latin.read(lines), await english.read(lines)];
  return laid.map((piece, at) => ({
    ...piece,
    latin: inLatin[at] ?? [],
    english: inEnglish[at] ?? [],
    tesseract: [],
  }));
}
