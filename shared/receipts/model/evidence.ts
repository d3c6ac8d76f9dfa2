import type { Minor } from '#shared/money/money.ts';
import type { DraftDeposit, DraftItem } from './draft.ts';
import type { VatLetter } from './receipt.ts';

/** What another reading of the same paper has on the line of an item. */
export interface ItemObservation {
  readonly name: string;
  readonly quantityMilli: number;
  readonly unitPrice: Minor | null;
  readonly gross: Minor;
  readonly discount: Minor;
  readonly vat: VatLetter | null;
  readonly confidence: number;
  /** How much its name and letter count. */
  readonly weight: number;
  /** Whether quantity, price and value were all read and agree. */
  readonly certain: boolean;
}

/** An item that other readings have between two items of this one. */
export interface MissingItem {
  readonly item: DraftItem;
  /** Index it would have. */
  readonly at: number;
  /** How many other readings have it. */
  readonly readings: number;
}

/** A deposit that other readings have and this one has not. */
export interface MissingDeposit {
  readonly deposit: DraftDeposit;
  readonly readings: number;
}

/** What the other readings of a receipt contain for one reading's item list. */
export interface Evidence {
  readonly observations: ReadonlyMap<DraftItem, readonly ItemObservation[]>;
  readonly missingItems: readonly MissingItem[];
  readonly missingDeposits: readonly MissingDeposit[];
}

export const NO_EVIDENCE: Evidence = {
  observations: new Map(),
  missingItems: [],
  missingDeposits: [],
};
