import { compare, multiply, ONE, type Rational } from './rational.ts';
import { type Read, readNumber } from './read-number.ts';
import type { Token } from './tokens.ts';

/** How many, before anybody says of what. */
export interface Count {
  readonly value: Rational;
  /** The upper end of a range. */
  readonly upTo: Rational | null;
  /** The token behind it. */
  readonly next: number;
}

const TO = ['-', '–', '—', 'do', 'lub', 'albo', 'to', 'or'];

/** The count that begins at this token: `2`, `1 1/2`, `2-3`, `2 do 3`, `2 x 400`; else nothing. */
export function readCount(all: readonly Token[], at: number): Count | undefined {
  const low = readNumber(all, at);
  if (low === undefined) return undefined;
  const high = readUpper(all, low);
  const times = readTimes(all, high?.next ?? low.next);
  const factor = times?.value ?? ONE;
  return {
    value: multiply(low.value, factor),
    upTo: high === undefined ? null : multiply(high.value, factor),
    next: times?.next ?? high?.next ?? low.next,
  };
}

/** `-3`, `do 3`, `lub 3`, `to 3`; what is less is no upper end (`2 - 1 for the dough`). */
function readUpper(all: readonly Token[], low: Read<Rational>): Read<Rational> | undefined {
  if (!TO.includes(all[low.next]?.text ?? '')) return undefined;
  const high = readNumber(all, low.next + 1);
  return high !== undefined && compare(high.value, low.value) >= 0 ? high : undefined;
}

/** The second number of `2 x 400 g`. */
function readTimes(all: readonly Token[], at: number): Read<Rational> | undefined {
  return ['x', '×', '*'].includes(all[at]?.text ?? '') ? readNumber(all, at + 1) : undefined;
}
