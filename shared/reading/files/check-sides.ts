import { UserError } from '#shared/errors/user-error.ts';
import type { ImageSize } from './image-size.ts';

/** The network that finds text halves a picture five times: of a shorter side nothing is left to look at. */
const MIN_SIDE = 32;

/** @throws UserError `image-too-small` */
export function checkSides({ width, height }: ImageSize): void {
  if (width >= MIN_SIDE && height >= MIN_SIDE) return;
  throw new UserError('unprocessable', 'image-too-small', {
    pl: `Obraz jest za mały, aby coś na nim odczytać (najmniej ${MIN_SIDE} piksele na bok).`,
    en: `The image is too small to read anything on it (at least ${MIN_SIDE} pixels on a side).`,
  });
}
