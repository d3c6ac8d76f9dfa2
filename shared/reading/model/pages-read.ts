import type { Reading } from './reading.ts';

/** Pages of a file that were read as pictures; none where its own text was enough. */
export function pagesReadAsPictures(readings: readonly Reading[]): number {
  const ofPictures = readings.filter(({ engine }) => engine !== 'pdf-text');
  return Math.max(0, ...ofPictures.map(({ sheet }) => sheet?.bottoms.length ?? 1));
}
