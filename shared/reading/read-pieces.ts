import { cropLine, type Grey } from './line-crop.ts';
import type { Networks } from './paddle/networks.ts';
import { LINE_HEIGHT } from './paddle/recognise.ts';
import type { Piece } from './piece.ts';
import type { TextRegion } from './text-region.ts';

/** Reads every piece of text with both networks: one knows Polish letters, the other digits. */
export async function readPieces(
  page: Grey,
  regions: readonly TextRegion[],
  { latin, english }: Networks,
): Promise<Piece[]> {
  const lines = regions.map((region) => cropLine(page, region, LINE_HEIGHT));
  const [inLatin, inEnglish] = [await latin.read(lines), await english.read(lines)];
  return regions.map((region, at) => ({
    region,
    latin: inLatin[at] ?? [],
    english: inEnglish[at] ?? [],
    tesseract: [],
  }));
}
