import type { Minor } from '#shared/money/money.ts';
import type { Deposit, Reason, Unit, VatLetter } from './receipt.ts';

/** An item while the lines below it may still change it. */
export interface DraftItem {
  name: string;
  quantityMilli: number;
  unit: Unit | null;
  /** null: not printed, follows from the value. */
  unitPrice: Minor | null;
  gross: Minor;
  discount: Minor;
  vat: VatLetter | null;
  confidence: number;
  readonly reasons: Set<Reason>;
}

/** A printed discount before it is known which item it belongs to. */
export interface DraftDiscount {
  readonly amount: Minor;
  readonly label: string;
  readonly vat: VatLetter | null;
  /** Index of the item printed directly above, null in a collected block. */
  readonly above: number | null;
}

/** Everything read from the list of goods. */
export interface DraftList {
  readonly items: DraftItem[];
  readonly discounts: DraftDiscount[];
  readonly deposits: Deposit[];
}
