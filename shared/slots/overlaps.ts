import type { Place } from './slots.ts';

/** Whether it shares a letter with one of the others. */
export function overlaps({ at, end }: Place, others: readonly Place[]): boolean {
  return others.some((other) => at < other.end && other.at < end);
}
