import { UserError } from '#shared/errors/user-error.ts';
import type { ImageSize } from './image-size.ts';

/** A receipt photographed at 50 megapixels is far more than any reader needs; 260 would fill memory. */
export const MAX_PIXELS = 64_000_000;

/** As many as a JPEG can have; a picture of single pixels below one another takes libvips half a minute. */
const MAX_SIDE = 65_535;

/** @throws UserError `image-too-large` when one is longer than a picture may be, or all are larger together */
export function checkPixels(...sizes: readonly ImageSize[]): void {
  const pixels = sizes.reduce((sum, { width, height }) => sum + width * height, 0);
  const side = Math.max(0, ...sizes.flatMap(({ width, height }) => [width, height]));
  if (pixels <= MAX_PIXELS && side <= MAX_SIDE) return;
  throw new UserError('too-large', 'image-too-large', {
    pl: 'Obraz ma zbyt wiele pikseli (najwyżej 64 miliony, a bok 65 535).',
    en: 'The image has too many pixels (64 million at most, 65,535 on a side).',
  });
}
