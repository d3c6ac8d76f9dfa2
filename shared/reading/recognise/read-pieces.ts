import { cropLine, type Grey } from '#shared/reading/geometry/line-crop.ts';
import type { Piece } from '#shared/reading/model/piece.ts';
import type { LaidPiece } from '#shared/reading/vote/lay-words.ts';
import { LINE_HEIGHT, type Recogniser } from './recognise.ts';

/** Reads every piece of text. */
export async function readPieces(
  page: Grey,
  laid: readonly LaidPiece[],
  recogniser: Recogniser,
  signal?: AbortSignal,
): Promise<Piece[]> {
  const lines = laid.map(({ region }) => cropLine(page, region, LINE_HEIGHT));
  const read = await recogniser.read(lines, signal);
  return laid.map((piece, at) => ({ ...piece, network: read[at] ?? [] }));
}
