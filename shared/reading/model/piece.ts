import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Character } from './character.ts';

/** A piece of text on the page, and what each reader saw there. */
export interface Piece {
  readonly region: TextRegion;
  readonly network: readonly Character[];
  /** Empty where it was not asked. */
  readonly textract: readonly Character[];
}
