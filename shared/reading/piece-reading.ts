import type { Character } from './paddle/ctc.ts';
import type { Piece } from './piece.ts';
import type { Reading, Sheet, TextLine } from './reading.ts';
import { rowsOf } from './rows.ts';
import { vote } from './vote.ts';
import { wordsInRegion } from './words-in-region.ts';

/** What is common to the readings of one page. */
export interface Provenance {
  readonly sheet: Sheet;
  readonly milliseconds: number;
}

/** What all readers together saw, character by character. */
export function votedReading(pieces: readonly Piece[], from: Provenance): Reading {
  const read = ({ latin, english, tesseract }: Piece) => vote([latin, english, tesseract]);
  return { engine: 'paddle', variant: 'voted', ...readingOf(pieces, read, from) };
}

/** What one reader saw. */
export function singleReading(
  pieces: readonly Piece[],
  reader: 'latin' | 'english' | 'tesseract',
  from: Provenance,
): Reading {
  const engine = reader === 'tesseract' ? reader : 'paddle';
  const variant = reader === 'tesseract' ? 'lines' : reader;
  return { engine, variant, ...readingOf(pieces, (piece) => piece[reader], from) };
}

function readingOf(
  pieces: readonly Piece[],
  read: (piece: Piece) => readonly Character[],
  from: Provenance,
) {
  const lines: TextLine[] = rowsOf(pieces)
    .map((row) => row.flatMap((piece) => wordsInRegion(piece.region, read(piece))))
    .filter((words) => words.length > 0)
    .map((words) => ({ words, text: words.map(({ text }) => text).join(' ') }));
  const words = lines.flatMap((line) => line.words);
  const sure = words.reduce((sum, { confidence }) => sum + confidence, 0);
  return { lines, confidence: words.length === 0 ? 0 : sure / words.length, ...from };
}
