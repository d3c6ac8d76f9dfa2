import { rowsOf } from '#shared/reading/layout/rows.ts';
import type { Character } from '#shared/reading/model/character.ts';
import type { Piece } from '#shared/reading/model/piece.ts';
import type { Reading, Sheet, TextLine } from '#shared/reading/model/reading.ts';
import { vote } from './vote.ts';
import { wordsInRegion } from './words-in-region.ts';

/** What is common to the readings of one page. */
export interface ReadingOrigin {
  readonly sheet: Sheet;
  readonly milliseconds: number;
}

/**
 * What the network and Textract together saw, character by character. The network counts twice: it knows
 * Polish letters, and Textract does not.
 */
export function votedReading(pieces: readonly Piece[], from: ReadingOrigin): Reading {
  const read = ({ network, textract }: Piece) =>
    textract.length === 0 ? network : vote([network, network, textract]);
  return { engine: 'paddle', variant: 'voted', ...readingOf(pieces, read, from) };
}

type Reader = 'network' | 'textract';

const READERS = {
  network: { engine: 'paddle', variant: 'lines' },
  textract: { engine: 'textract', variant: 'plain' },
} as const satisfies Record<Reader, Pick<Reading, 'engine' | 'variant'>>;

/** What one reader saw. */
export function singleReading<R extends Reader>(
  pieces: readonly Pick<Piece, 'region' | R>[],
  reader: R,
  from: ReadingOrigin,
): Reading {
  return { ...READERS[reader], ...readingOf(pieces, (piece) => piece[reader], from) };
}

function readingOf<P extends Pick<Piece, 'region'>>(
  pieces: readonly P[],
  read: (piece: P) => readonly Character[],
  from: ReadingOrigin,
) {
  const lines: TextLine[] = rowsOf(pieces)
    .map((row) => row.flatMap((piece) => wordsInRegion(piece.region, read(piece))))
    .filter((words) => words.length > 0)
    .map((words) => ({ words, text: words.map(({ text }) => text).join(' ') }));
  const words = lines.flatMap((line) => line.words);
  const sure = words.reduce((sum, { confidence }) => sum + confidence, 0);
  return { lines, confidence: words.length === 0 ? 0 : sure / words.length, ...from };
}
