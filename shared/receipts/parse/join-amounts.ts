import { nameBefore, type PrintedLine } from './printed-line.ts';

const AMOUNT_MAY_FOLLOW: ReadonlySet<string> = new Set([
  'sum',
  'due',
  'cash',
  'card',
  'change',
  'subtotal',
]);

/** Apps and narrow paper print `SUMA PLN` on one line and its amount on the next. */
export function joinAmounts(lines: readonly PrintedLine[]): PrintedLine[] {
  return lines.map((line, at) => {
    const below = lines[at + 1];
    if (!AMOUNT_MAY_FOLLOW.has(line.kind) || line.trailing !== null || below?.kind !== 'other')
      return line;
    if (below.trailing === null || below.multiplication !== null || nameBefore(below) !== '')
      return line;
    return { ...line, trailing: below.trailing };
  });
}
