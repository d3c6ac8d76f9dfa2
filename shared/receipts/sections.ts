import type { PrintedLine } from './printed-line.ts';

/** A receipt in its three parts. Loyalty blocks and non-fiscal prints after the total are in none. */
export interface Sections {
  readonly heading: readonly PrintedLine[];
  readonly goods: readonly PrintedLine[];
  readonly closing: readonly PrintedLine[];
}

const OPENS_CLOSING = new Set(['tax', 'tax-sum', 'sum', 'due', 'cash', 'card', 'change']);

/** Cuts at `PARAGON FISKALNY` (or the first priced line) and at the first line of tax table or total. */
export function sections(lines: readonly PrintedLine[]): Sections {
  const title = lines.findLastIndex(
    (line, index) => line.kind === 'heading' && !before(lines, index),
  );
  const start = title >= 0 ? title + 1 : firstPriced(lines);
  const offset = lines.slice(start).findIndex((line) => OPENS_CLOSING.has(line.kind));
  const end = offset < 0 ? lines.length : start + offset;
  const closing = lines.slice(end);
  const nonFiscal = closing.findIndex((line) => line.kind === 'non-fiscal');
  return {
    heading: lines.slice(0, start),
    goods: lines.slice(start, end),
    closing: nonFiscal < 0 ? closing : closing.slice(0, nonFiscal),
  };
}

/** Whether goods already began above a heading line (the footer repeats the words). */
function before(lines: readonly PrintedLine[], index: number): boolean {
  return lines.slice(0, index).some((line) => line.kind === 'sum' || line.multiplication !== null);
}

function firstPriced(lines: readonly PrintedLine[]): number {
  const index = lines.findIndex((line) => line.kind === 'other' && line.multiplication !== null);
  const priced =
    index >= 0 ? index : lines.findIndex((line) => line.kind === 'other' && line.tail !== null);
  if (priced < 0) return 0;
  // A name may stand alone above its quantity and price.
  const above = lines[priced - 1];
  const named = (lines[priced]?.multiplication?.before ?? 'x').trim() !== '';
  return !named && above?.kind === 'other' && above.tail === null ? priced - 1 : priced;
}
