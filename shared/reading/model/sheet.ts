import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { Sheet } from './reading.ts';
import type { Turns } from './turns.ts';

/**
 * The sheet that a page is, after `turns`.
 * @param ends where each page of the file ends on it, as shares of its height
 */
export function sheetOf({ width, height }: Grey, turns: Turns, ends: readonly number[]): Sheet {
  // Turned pages would stand side by side; a photograph, which is what gets turned, has only one.
  const bottoms = (turns === 0 ? ends : [1]).map((share) => share * height);
  return { width, bottoms, turns };
}
