import { withoutMarks } from '#shared/language/without-marks.ts';
import type { Character } from '#shared/reading/model/character.ts';

/** One place of a line with what each reader saw there; a reader that saw nothing is missing. */
interface Column {
  readonly at: number;
  readonly seen: readonly Character[];
}

/** The ways two sequences go on: together, or one of them alone. */
const BOTH = 0;
const ONLY_COLUMN = 1;
const ONLY_CHARACTER = 2;

/** What leaving a character out costs in aligning, against 1 for seeing two different ones. */
const SKIP_COST = 0.9;
/** What standing a whole line apart costs: characters are aligned by place as well as by shape. */
const DISTANCE_COST = 8;
/** Readers overlook more than they invent, so having seen nothing weighs less than having seen. */
const ABSENCE_WEIGHT = 0.6;

/**
 * One line out of several readings of it: aligned by shape and place, the likeliest at each place.
 * A letter with its mark (`ó`) beats the bare one (`o`), because readers lack marks rather than
 * invent them.
 */
export function vote(readings: readonly (readonly Character[])[]): Character[] {
  const [first = [], ...others] = readings.filter((reading) => reading.length > 0);
  let columns: Column[] = first.map((character) => ({ at: character.at, seen: [character] }));
  for (const reading of others) columns = align(columns, reading);
  const readers = others.length + 1;
  return columns.flatMap((column) => winner(column, readers));
}

function winner({ at, seen }: Column, readers: number): Character[] {
  const weights = new Map<string, number>();
  for (const { text, confidence } of seen) {
    const shape = withoutMarks(text);
    weights.set(shape, (weights.get(shape) ?? 0) + confidence);
  }
  const [best] = [...weights].sort((a, b) => b[1] - a[1]);
  const missing = readers - seen.length;
  if (best === undefined || best[1] < missing * ABSENCE_WEIGHT) return [];
  const same = seen.filter(({ text }) => withoutMarks(text) === best[0]);
  const text = same.find((character) => character.text !== best[0])?.text ?? best[0];
  return [{ text, at, confidence: best[1] / readers }];
}

/** Needleman–Wunsch, with the columns so far as one sequence and a further reading as the other. */
function align(columns: readonly Column[], reading: readonly Character[]): Column[] {
  const width = reading.length + 1;
  const cost = new Float64Array((columns.length + 1) * width);
  const steps = new Uint8Array(cost.length);
  for (let row = 0; row <= columns.length; row++) {
    for (let place = 0; place < width; place++) {
      const at = row * width + place;
      const ways = [
        row === 0 || place === 0
          ? Number.POSITIVE_INFINITY
          : (cost[at - width - 1] ?? 0) + matchCost(columns[row - 1], reading[place - 1]),
        row === 0 ? Number.POSITIVE_INFINITY : (cost[at - width] ?? 0) + SKIP_COST,
        place === 0 ? Number.POSITIVE_INFINITY : (cost[at - 1] ?? 0) + SKIP_COST,
      ];
      const least = Math.min(...ways);
      steps[at] = at === 0 ? BOTH : ways.indexOf(least);
      cost[at] = at === 0 ? 0 : least;
    }
  }
  const aligned: Column[] = [];
  let [row, place] = [columns.length, reading.length];
  while (row > 0 || place > 0) {
    const way = steps[row * width + place];
    const [column, character] = [columns[row - 1], reading[place - 1]];
    if (way !== ONLY_CHARACTER) row -= 1;
    if (way !== ONLY_COLUMN) place -= 1;
    const seen = way === ONLY_COLUMN || character === undefined ? [] : [character];
    const before = way === ONLY_CHARACTER ? undefined : column;
    const at = before?.at ?? character?.at ?? 0;
    aligned.push({ at, seen: [...(before?.seen ?? []), ...seen] });
  }
  return aligned.reverse();
}

function matchCost(column: Column | undefined, character: Character | undefined): number {
  if (column === undefined || character === undefined) return Number.POSITIVE_INFINITY;
  const shape = withoutMarks(character.text);
  const same = column.seen.some(({ text }) => withoutMarks(text) === shape);
  return (same ? 0 : 1) + Math.abs(column.at - character.at) * DISTANCE_COST;
}
