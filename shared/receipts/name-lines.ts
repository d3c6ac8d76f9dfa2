import { nameBefore, type PrintedLine } from './printed-line.ts';

/**
 * Some tills print the name below its quantity, price and value; where the goods begin with numbers
 * and end with a name, each name is moved above its numbers. Beginning so is not enough: the first
 * name may have been lost, and every other would move to the numbers of its neighbour.
 */
export function namesFirst(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const isNumbers = (line: PrintedLine | undefined) =>
    line?.kind === 'other' && line.multiplication?.value != null && nameBefore(line) === '';
  const isName = (line: PrintedLine | undefined) =>
    line?.kind === 'other' && line.tail === null && /\p{L}{2}/u.test(line.text);
  const goods = lines.filter(({ kind }) => kind === 'other');
  if (!isNumbers(goods[0]) || !isName(goods.at(-1))) return lines;
  return lines.flatMap((line, at) => {
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (isName(line) && isNumbers(above)) return [];
    return below !== undefined && isNumbers(line) && isName(below) ? [below, line] : [line];
  });
}

/** Three letters below a whole name are left of a torn row. */
export function isScrap(name: string, waiting: string): boolean {
  const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;
  return letters(name) <= 3 && letters(waiting) > 4;
}

/** Below a waiting name: a count, at most what OCR left of a unit and a sign, and amounts. */
export function isNumbersOnly({ text, tail, multiplication }: PrintedLine): boolean {
  const before = multiplication?.before ?? tail?.before ?? text;
  const letters = before.match(/\p{L}/gu)?.length ?? 0;
  return letters <= 4 && /^[^\p{L}\d]{0,3}(?:\d|[iIl|!](?!\p{L}))/u.test(before);
}
