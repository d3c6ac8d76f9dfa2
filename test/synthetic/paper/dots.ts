import { createCanvas } from '@napi-rs/canvas';
import { type Font, familyOf } from '../fonts.ts';
import { columnsOf, type Form, inColumns, type PaperLine } from '../text/line.ts';

/** What a thermal head burns: one byte a dot of 1/8 mm, 1 where it is hot. */
export interface Dots {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** White at both sides of the printed width, and above and below, in dots. */
const MARGIN = { side: 34, end: 70 };
/** A printed line is 3.1 mm high, its letters take most of it. */
const ROW = 25;
const LETTER = 23;
/** How much narrower a bare zero is than the letter O. */
const ZERO = 0.86;
/** More than this share of a dot covered by the letter makes it hot. */
const HOT = 96;

/**
 * The lines as a till of fixed width prints them: every letter in its cell, stretched to it as the
 * narrow fonts of tills are, without grey.
 */
export function printDots(
  lines: readonly PaperLine[],
  form: Form & { readonly dots: number },
  font: Font,
): Dots {
  const rows = rowsOf(lines, form);
  const width = form.dots + 2 * MARGIN.side;
  const height = rows.reduce((sum, row) => sum + row.room, 2 * MARGIN.end);
  const context = createCanvas(width, height).getContext('2d');
  context.font = `${LETTER}px "${familyOf(font)}"`;
  context.textBaseline = 'alphabetic';
  const advance = context.measureText('0').width;
  for (const { line, top, room, cell } of rows) {
    const tall = room / ROW;
    for (const [at, letter] of [...inColumns(form, line)].entries()) {
      if (letter === ' ') continue;
      const bare = letter === '0' && font.bareZero;
      const narrow = bare ? ZERO : 1;
      const left = MARGIN.side + (at + (1 - narrow) / 2) * cell;
      context.setTransform((narrow * cell) / advance, 0, 0, tall, left, top + 0.76 * room);
      context.fillText(bare ? 'O' : letter, 0, 0);
    }
  }
  const { data } = context.getImageData(0, 0, width, height);
  const hot = new Uint8Array(width * height);
  for (let at = 0; at < hot.length; at += 1) hot[at] = (data[4 * at + 3] ?? 0) > HOT ? 1 : 0;
  return { data: hot, width, height };
}

/** A printed word and its cells, in dots. */
export interface PrintedWord {
  readonly text: string;
  /** From 0, of the paper. */
  readonly line: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where {@link printDots} prints each word. */
export function printedWords(
  lines: readonly PaperLine[],
  form: Form & { readonly dots: number },
): PrintedWord[] {
  return rowsOf(lines, form).flatMap(({ line, top, room, cell }, at) =>
    [...inColumns(form, line).matchAll(/\S+/g)].map(({ 0: text, index }) => ({
      text,
      line: at,
      left: MARGIN.side + index * cell,
      right: MARGIN.side + (index + text.length) * cell,
      top,
      bottom: top + room,
    })),
  );
}

/** Where each line stands and how wide its letters are, in dots. */
function rowsOf(lines: readonly PaperLine[], form: Form & { readonly dots: number }) {
  let below = MARGIN.end;
  return lines.map((line) => {
    const [top, room] = [below, isTall(line) ? 2 * ROW : ROW];
    below += room;
    return { line, top, room, cell: form.dots / columnsOf(form, line.size) };
  });
}

function isTall({ size }: PaperLine): boolean {
  return size === 'tall' || size === 'big';
}
