import type { Minor } from '#shared/money/money.ts';
import type { StockUnit } from '#shared/quantities/stock-unit.ts';
import type { Reason, Repair, VatLetter } from './receipt.ts';

/** An item while the lines below it, and other readings, may still change it. */
export interface DraftItem {
  name: string;
  quantityMilli: number;
  unit: StockUnit | null;
  /** null: not printed, follows from the value. */
  unitPrice: Minor | null;
  gross: Minor;
  /** Whether `gross` was printed and read; else it is quantity × price. */
  valueRead: boolean;
  discount: Minor;
  vat: VatLetter | null;
  /** Whether the letter was read as a digit (`3,290`), so that the tax table knows better. */
  vatFromDigit?: boolean;
  confidence: number;
  /** Lines of the reading it was read from, counted from 0. */
  lines: readonly number[];
  reasons: Set<Reason>;
  repairs: Repair[];
}

/** A printed discount before it is known which item it belongs to. */
export interface DraftDiscount {
  amount: Minor;
  readonly label: string;
  readonly vat: VatLetter | null;
  /** The item printed directly above, null in a collected block. */
  readonly above: DraftItem | null;
  /** `20%` printed beside it. */
  readonly percent: number | null;
  /** The price after it as printed on the line below: a second print of the same amount. */
  after: Minor | null;
  /** The item it was folded into; null before that. */
  item: DraftItem | null;
}

export interface DraftDeposit {
  readonly name: string;
  amount: Minor;
  readonly vat: VatLetter | null;
  /** Line of the reading, counted from 0. */
  readonly at: number;
}

/** Everything read from the item list. */
export interface DraftList {
  /** How much its names and letters count beside those of other readings. */
  readonly weight: number;
  readonly items: DraftItem[];
  readonly discounts: DraftDiscount[];
  readonly deposits: DraftDeposit[];
  /** Names whose amount was not read. */
  readonly unpriced: string[];
  /** Amounts of the list that nothing accounts for. */
  readonly unexplained: Minor[];
}

export function emptyList(weight: number): DraftList {
  return { weight, items: [], discounts: [], deposits: [], unpriced: [], unexplained: [] };
}
