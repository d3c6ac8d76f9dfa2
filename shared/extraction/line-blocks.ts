import type { BlockKind, TextBuilder } from './text-builder.ts';
import { heightOf, lineText, type TextLine } from './text-line.ts';

const LIST_ITEM = /^(?:[-*•–·▪◦]|\d{1,3}[.)]|[a-z]\))\s/;
/** A lonely bullet, drawn in a font of its own. */
const BULLET = /^[-*•–·▪◦]$/;
/** Of the height of most text, from the largest: the levels of headings. */
const HEADINGS = [1.8, 1.4, 1.15] as const;
const MAX_HEADING = 200;
/** Between two lines of one paragraph, in heights of them; double spacing is a little less. */
const PARAGRAPH_GAP = 0.9;

/** Height of most of the text of all pages: what is larger is a heading. */
export function bodyHeight(pages: readonly (readonly TextLine[])[]): number {
  const weights = new Map<number, number>();
  for (const line of pages.flat()) {
    const height = Math.round(heightOf(line) * 2) / 2;
    weights.set(height, (weights.get(height) ?? 0) + lineText(line).length);
  }
  return [...weights].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

interface Held {
  readonly block: BlockKind;
  readonly lines: TextLine[];
}

/** Adds lines to a page as headings, items of lists, rows of tables and paragraphs. */
export function addLines(lines: readonly TextLine[], body: number, text: TextBuilder): void {
  let held: Held | undefined;
  const flush = () => {
    if (held !== undefined) text.add(held.block, joined(held.lines));
    held = undefined;
  };
  lines.forEach((line, at) => {
    if (isRow(line, lines[at - 1]) || isRow(line, lines[at + 1])) {
      flush();
      text.add({ kind: 'table' }, line.cells.join(' | '));
      return;
    }
    const block = blockOf(line, body);
    if (held === undefined || !goesOn(held, line, block)) {
      flush();
      held = { block, lines: [] };
    }
    held.lines.push(line);
  });
  flush();
}

/** Two neighbours with as many columns are a table; one line alone has a wide gap for other reasons. */
function isRow({ cells }: TextLine, neighbour: TextLine | undefined): boolean {
  const isListItem = cells.length === 2 && BULLET.test(cells[0] ?? '');
  return cells.length > 1 && !isListItem && neighbour?.cells.length === cells.length;
}

function blockOf(line: TextLine, body: number): BlockKind {
  const text = lineText(line);
  const level = HEADINGS.findIndex((share) => heightOf(line) >= body * share) + 1;
  if (level > 0 && text.length <= MAX_HEADING) return { kind: 'heading', level };
  return { kind: LIST_ITEM.test(text) ? 'list' : 'paragraph' };
}

/** Whether a line belongs to the block before it. */
function goesOn({ block, lines }: Held, line: TextLine, own: BlockKind): boolean {
  const last = lines.at(-1);
  if (last === undefined) return true;
  const gap = line.top - last.bottom;
  const height = Math.max(heightOf(last), heightOf(line));
  // Upwards is the next column.
  if (gap > height * PARAGRAPH_GAP || gap < -height) return false;
  if (block.kind === 'heading' || own.kind === 'heading') return isSameHeading(block, own);
  return own.kind === 'paragraph';
}

function isSameHeading(a: BlockKind, b: BlockKind): boolean {
  return a.kind === 'heading' && b.kind === 'heading' && a.level === b.level;
}

/** A word that a line end parts is one again. */
function joined(lines: readonly TextLine[]): string {
  return lines
    .map(lineText)
    .reduce((text, line) =>
      /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) + line : `${text} ${line}`,
    );
}
