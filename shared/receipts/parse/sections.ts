import { isCertain } from '#shared/receipts/fields/multiplication.ts';
import { nameBefore, type PrintedLine } from './printed-line.ts';

/** A receipt in its three parts. Loyalty blocks and non-fiscal prints after the total are in none. */
export interface Sections {
  readonly heading: readonly PrintedLine[];
  readonly items: readonly PrintedLine[];
  readonly closing: readonly PrintedLine[];
}

const TAX_TABLE: ReadonlySet<string> = new Set(['tax', 'tax-sum']);
const OPENS_CLOSING: ReadonlySet<string> = new Set([
  ...TAX_TABLE,
  'sum',
  'due',
  'cash',
  'card',
  'change',
]);

const ITEM_KINDS: ReadonlySet<string> = new Set(['other', 'discount', 'deposit']);
/** An item has at most this many lines. */
const LOOKAHEAD_LINES = 3;

/** Cuts at `PARAGON FISKALNY` (or the first priced line) and at the first line of tax table or total. */
export function sections(lines: readonly PrintedLine[]): Sections {
  const title = lines.findLastIndex(
    (line, index) => line.kind === 'heading' && !itemsBeganAbove(lines, index),
  );
  const start = title >= 0 ? title + 1 : firstPriced(lines);
  const end = endOfItems(lines, start);
  const closing = lines.slice(end);
  const nonFiscal = closing.findIndex((line) => line.kind === 'non-fiscal');
  return {
    heading: lines.slice(0, start),
    items: lines.slice(start, end),
    closing: nonFiscal < 0 ? closing : closing.slice(0, nonFiscal),
  };
}

/** An item name may look like a word of the closing, so items that prove themselves go on until the tax table. */
function endOfItems(lines: readonly PrintedLine[], start: number): number {
  const first = (kinds: ReadonlySet<string>, from: number) => {
    const index = lines.findIndex((line, at) => at >= from && kinds.has(line.kind));
    return index < 0 ? lines.length : index;
  };
  const opens = first(OPENS_CLOSING, start);
  const table = first(TAX_TABLE, opens);
  const last = lines.findLastIndex(
    (line, at) =>
      at > opens &&
      at < table &&
      line.kind === 'other' &&
      isCertain(line.multiplication) &&
      line.multiplication.value.letter !== null,
  );
  return last < 0 ? opens : first(OPENS_CLOSING, last);
}

/** Whether items already began above a heading line (the footer repeats the words). */
function itemsBeganAbove(lines: readonly PrintedLine[], index: number): boolean {
  return lines.slice(0, index).some((line) => line.kind === 'sum' || line.multiplication !== null);
}

/** Where no heading was read: the first priced line that others follow; an address may carry a number too. */
function firstPriced(lines: readonly PrintedLine[]): number {
  const first = lines.findIndex(
    (line, at) =>
      isPriced(line) &&
      lines
        .slice(at + 1, at + 1 + LOOKAHEAD_LINES)
        .some((below) => isPriced(below) || OPENS_CLOSING.has(below.kind)),
  );
  if (first < 0) return 0;
  // A name may stand alone above its quantity and price.
  const above = lines[first - 1];
  const line = lines[first];
  const named = line !== undefined && nameBefore(line) !== '';
  return !named && above?.kind === 'other' && above.trailing === null ? first - 1 : first;
}

function isPriced(line: PrintedLine | undefined): boolean {
  if (line === undefined || !ITEM_KINDS.has(line.kind)) return false;
  return line.multiplication !== null || (line.trailing !== null && nameBefore(line) !== '');
}
