import type { Character } from './paddle/ctc.ts';
import type { TextRegion } from './text-region.ts';

/** A piece of text on the page, and what each reader saw there. */
export interface Piece {
  readonly region: TextRegion;
  readonly latin: readonly Character[];
  readonly english: readonly Character[];
  /** Empty until it was asked. */
  readonly tesseract: readonly Character[];
  /** Empty where it was not asked. */
  readonly textract: readonly Character[];
}
