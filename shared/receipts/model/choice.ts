import type { Minor } from '#shared/money/money.ts';
import type { DraftItem } from './draft.ts';
import type { Repair, VatLetter } from './receipt.ts';

/** One way to read one printed thing: what it changes in the sum, and how far-fetched it is. */
export interface Choice {
  readonly delta: Minor;
  readonly cost: number;
  readonly vat: VatLetter | null;
  readonly repairs: readonly Repair[];
  /** The item it changes, null for a deposit. */
  readonly item: DraftItem | null;
  /** Holds only when the tax table confirms it: it takes out a line that was read. */
  readonly needsProof?: true;
  /** Nothing but the sum speaks for it: no other reading, no quantity and price. */
  readonly guessed?: true;
  apply(): void;
}
