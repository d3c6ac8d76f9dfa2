import { nameBefore, type PrintedLine } from './printed-line.ts';

const isName = (line: PrintedLine | undefined) =>
  line?.kind === 'other' && line.trailing === null && /\p{L}{2}/u.test(line.text);
const isNumbers = (line: PrintedLine | undefined) =>
  line?.kind === 'other' && line.multiplication?.value != null && nameBefore(line) === '';

/**
 * The lines with each name directly above its numbers, however a till or a reading ordered them:
 * below its numbers, or all names first and then as many numbers. A line that is moved keeps its
 * place on the paper (`at`).
 */
export function namesFirst(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  return fromBelow(fromBlocks(lines));
}

/**
 * Some tills print the name below its quantity, price and value; where the items begin with numbers
 * and end with a name, each name is moved above its numbers. Beginning so is not enough: the first
 * name may have been lost, and every other would move to the numbers of its neighbour.
 */
function fromBelow(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const items = lines.filter(({ kind }) => kind === 'other');
  if (!isNumbers(items[0]) || !isName(items.at(-1))) return lines;
  return lines.flatMap((line, at) => {
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (isName(line) && isNumbers(above)) return [];
    return below !== undefined && isNumbers(line) && isName(below) ? [below, line] : [line];
  });
}

/** Names above one another and then as many lines of numbers are two columns read one after the other. */
function fromBlocks(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const ordered: PrintedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const names = runOf(lines, at, isName);
    const numbers = runOf(lines, at + names.length, isNumbers);
    if (names.length > 1 && names.length === numbers.length) {
      ordered.push(...names.flatMap((name, place) => [name, ...numbers.slice(place, place + 1)]));
      at += names.length * 2;
    } else {
      ordered.push(...lines.slice(at, at + Math.max(1, names.length)));
      at += Math.max(1, names.length);
    }
  }
  return ordered;
}

function runOf(
  lines: readonly PrintedLine[],
  from: number,
  belongs: (line: PrintedLine | undefined) => boolean,
): readonly PrintedLine[] {
  let to = from;
  while (belongs(lines[to])) to += 1;
  return lines.slice(from, to);
}

/** Three letters below a whole name are left of a torn row. */
export function isScrap(name: string, pendingName: string): boolean {
  const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;
  return letters(name) <= 3 && letters(pendingName) > 4;
}

/** Below a waiting name: a count, at most what OCR left of a unit and a sign, and amounts. */
export function isNumbersOnly({ text, trailing, multiplication }: PrintedLine): boolean {
  const before = multiplication?.before ?? trailing?.before ?? text;
  const letters = before.match(/\p{L}/gu)?.length ?? 0;
  return letters <= 4 && /^[^\p{L}\d]{0,3}(?:\d|[iIl|!](?!\p{L}))/u.test(before);
}
