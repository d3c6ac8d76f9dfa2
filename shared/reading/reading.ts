/** A rectangle in pixels of the image that was read (origin top left, y grows downwards). */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Word {
  readonly text: string;
  /** 0 … 1, as the engine says it. */
  readonly confidence: number;
  readonly box: Box;
}

export interface TextLine {
  readonly text: string;
  readonly words: readonly Word[];
}

/**
 * One engine's reading of one variant of a file, lines from top to bottom.
 * Several readings of the same file are candidates: the one whose arithmetic balances wins.
 */
export interface Reading {
  readonly engine: 'tesseract' | 'textract' | 'pdf-text';
  /** Which preparation of the image was read: `plain`, `deskewed`, `contrast`, … */
  readonly variant: string;
  readonly lines: readonly TextLine[];
  /** 0 … 1, mean over words weighted by their length; 1 for a PDF's own text. */
  readonly confidence: number;
  readonly milliseconds: number;
}

/** The whole text of a reading, one printed line a line. */
export function textOf(reading: Reading): string {
  return reading.lines.map((line) => line.text).join('\n');
}
