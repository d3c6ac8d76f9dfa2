import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { TextRegion } from './geometry/text-region.ts';
import { LINE_HEIGHT } from './recognise/recognise.ts';

/**
 * Of all pieces of text on a page. Each reader is shown all of it, so it bounds their work where the size
 * of the page does not. A receipt of two metres, with 400 lines of 40 letters, has 320,000; a page full of
 * the smallest print that is still found has 800,000.
 */
const MAX_PRINT = 500_000;

/** Pixels of all pieces together, each brought to the height of a line; a letter takes some twenty. */
export function printWidth(regions: readonly TextRegion[]): number {
  return regions.reduce((sum, { width, height }) => sum + (width / height) * LINE_HEIGHT, 0);
}

/** @throws PermanentError `too-much-print` */
export function checkPrint(regions: readonly TextRegion[]): void {
  const width = printWidth(regions);
  if (width <= MAX_PRINT) return;
  throw new PermanentError('too-much-print', `The pages hold ${Math.round(width)} pixels of print`);
}
