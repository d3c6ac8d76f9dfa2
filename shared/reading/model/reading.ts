import type { Turns } from './turns.ts';

/** A rectangle on the sheet of a reading (origin top left, y grows downwards). */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Word {
  readonly text: string;
  /** 0 … 1, as the engine reports it. */
  readonly confidence: number;
  readonly box: Box;
}

export interface TextLine {
  readonly text: string;
  readonly words: readonly Word[];
  /** On a line that a model read again: what had been read there, empty where nothing was. */
  readonly readBefore?: string;
}

/** What the boxes of a reading are measured on: the pages of the file, upright, below one another. */
export interface Sheet {
  readonly width: number;
  /** Where each page ends, from the top; the last is the height of all. */
  readonly bottoms: readonly number[];
  /** Quarter turns clockwise that brought the pages upright, after the EXIF rotation. */
  readonly turns: Turns;
}

/**
 * One engine's reading of one variant of a file, lines from top to bottom.
 * Several readings of the same file are candidates: the one whose arithmetic balances wins.
 */
export interface Reading {
  /** `vision`: another engine's reading, some lines of which a model that sees pictures read again. */
  readonly engine: 'paddle' | 'tesseract' | 'textract' | 'pdf-text' | 'vision';
  /** What was read, or how several readings became this one: `voted`, `lines`, `plain`, `contrast` … */
  readonly variant: string;
  readonly lines: readonly TextLine[];
  /** 0 … 1, mean over words weighted by their length; 1 for a PDF's own text. */
  readonly confidence: number;
  readonly milliseconds: number;
  /** Absent where the words have no places. */
  readonly sheet?: Sheet;
}

/** The whole text of a reading, one printed line a line. */
export function textOf(reading: Reading): string {
  return reading.lines.map((line) => line.text).join('\n');
}
