import { cropLine, type Grey } from '#shared/reading/geometry/line-crop.ts';
import type { Piece } from '#shared/reading/model/piece.ts';
import type { LaidPiece } from '#shared/reading/vote/lay-words.ts';
import type { Networks } from './networks.ts';
import { LINE_HEIGHT } from './recognise.ts';

/**
 * How the network for English sees a piece: a little more of its height, and squeezed. Tills set
 * letters further apart than what it learned from, and it lost commas between them.
 */
const ENGLISH = { height: 1.15, squeeze: 0.85 };

/** Reads every piece of text with both networks: one knows Polish letters, the other digits. */
export async function readPieces(
  page: Grey,
  laid: readonly LaidPiece[],
  { latin, english }: Networks,
  signal?: AbortSignal,
): Promise<Piece[]> {
  const lines = laid.map(({ region }) => cropLine(page, region, LINE_HEIGHT));
  const narrow = laid.map(({ region }) => {
    const seen = { ...region, height: region.height * ENGLISH.height };
    return cropLine(page, seen, LINE_HEIGHT, ENGLISH.squeeze);
  });
  const inLatin = await latin.read(lines, signal);
  const inEnglish = await english.read(narrow, signal);
  return laid.map((piece, at) => ({
    ...piece,
    latin: inLatin[at] ?? [],
    english: inEnglish[at] ?? [],
    tesseract: [],
  }));
}
