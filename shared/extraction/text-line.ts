/** A printed line of a page, from left to right; lengths in one unit, y downwards. */
export interface TextLine {
  /** What wide gaps part: columns of a table, as a rule one. */
  readonly cells: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** A piece of text with its place. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Shares of a line's height: a space, a gap between columns, another baseline. */
const SPACE = 0.15;
const COLUMN_GAP = 1.5;
const ANOTHER_LINE = 0.5;

export function heightOf({
  top,
  bottom,
}: {
  readonly top: number;
  readonly bottom: number;
}): number {
  return bottom - top;
}

export function lineText({ cells }: TextLine): string {
  return cells.join(' ');
}

/**
 * Joins pieces to lines in the order in which the file has them: of two columns the first comes whole
 * before the second, as its author wrote them.
 */
export function linesOf(pieces: readonly PlacedText[]): TextLine[] {
  const lines: TextLine[] = [];
  let row: PlacedText[] = [];
  const flush = () => {
    if (row.length > 0) lines.push(lineOf(row));
    row = [];
  };
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const last = row.at(-1);
    if (last !== undefined && !isSameLine(last, piece)) flush();
    row.push(piece);
  }
  flush();
  return lines;
}

function isSameLine(last: PlacedText, next: PlacedText): boolean {
  const height = Math.max(heightOf(last), heightOf(next));
  // Raised and lowered letters are smaller, and stand on the line still.
  const isLevel = Math.abs(last.bottom - next.bottom) <= height * ANOTHER_LINE;
  return isLevel && next.left > last.left;
}

function lineOf(row: readonly PlacedText[]): TextLine {
  const cells: string[] = [];
  let before: PlacedText | undefined;
  for (const piece of row) {
    const { text } = piece;
    const gap = before === undefined ? Infinity : piece.left - before.right;
    const height = heightOf(piece);
    const last = cells.length - 1;
    if (gap > height * COLUMN_GAP) cells.push(text);
    else cells[last] = `${cells[last]}${gap > height * SPACE ? ' ' : ''}${text}`;
    before = piece;
  }
  return {
    cells: cells.map((cell) => cell.trim()),
    left: Math.min(...row.map(({ left }) => left)),
    top: Math.min(...row.map(({ top }) => top)),
    bottom: Math.max(...row.map(({ bottom }) => bottom)),
  };
}
