import { UserError } from '#shared/errors/user-error.ts';
import type { ImageSize } from './image-size.ts';

/** A receipt photographed at 50 megapixels is far more than any reader needs; 260 would fill memory. */
export const MAX_PIXELS = 64_000_000;

/** @throws UserError `image-too-large` */
export function checkPixels(size: ImageSize | undefined): void {
  if (size === undefined || size.width * size.height <= MAX_PIXELS) return;
  throw new UserError('too-large', 'image-too-large', {
    pl: 'Obraz ma zbyt wiele pikseli (najwyżej 64 miliony).',
    en: 'The image has too many pixels (64 million at most).',
  });
}
