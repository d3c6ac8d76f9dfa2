import type { Minor } from '#shared/money/money.ts';
import type { StockUnit } from '#shared/quantities/stock-unit.ts';

/** The printed PTU column: A 23 %, B 8 %, C 5 %, D 0 %, E exempt … the table on the receipt decides. */
export type VatLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G';

/** Why a person should review something. Codes are stable; words for them live at the edge. */
export type Reason =
  | 'unreadable'
  | 'reading-cut-off'
  | 'no-items'
  | 'no-total'
  | 'does-not-balance'
  | 'quantity-times-price'
  | 'tax-table'
  | 'low-confidence'
  | 'no-date'
  | 'nip-checksum'
  | 'repaired'
  | 'unknown-product'
  | 'discount-unassigned'
  | 'line-missing'
  | 'amount-unexplained'
  | 'read-by-model';

/** What was printed according to the arithmetic, where something else was read. */
export interface Repair {
  readonly field:
    | 'gross'
    | 'unitPrice'
    | 'quantity'
    | 'discount'
    | 'deposit'
    | 'vat'
    | 'line'
    | 'total'
    | 'tax'
    | 'nip';
  /** As it was read; empty when it was not read here but in another reading of the same paper. */
  readonly read: string;
  /** Amounts as decimals (`6.58`); empty for a line taken out. */
  readonly now: string;
}

/** Money of the total that no line read accounts for. */
export interface MissingLine {
  readonly amount: Minor;
  readonly vat: VatLetter | null;
  /** Printed names whose amount was not read. */
  readonly names: readonly string[];
}

/** One bought thing: its printed lines and the discounts folded into it. Amounts in grosze. */
export interface ParsedItem {
  /** 1-based position among the items of the receipt. */
  readonly line: number;
  /** As printed, without column letters. */
  readonly name: string;
  /** Thousandths of the unit (1.86 kg = 1860; 2 szt = 2000), so that arithmetic stays whole. */
  readonly quantityMilli: number;
  /** `kg` for weighed items, `szt` when the receipt prints none and the count is whole. */
  readonly unit: StockUnit;
  readonly unitPrice: Minor;
  /** The printed line value. */
  readonly gross: Minor;
  /** Positive: what OPUST / RABAT / PROMOCJA lines took off. */
  readonly discount: Minor;
  /** `gross − discount`. */
  readonly net: Minor;
  readonly vat: VatLetter | null;
  /** 0 … 1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** What was corrected in it; none when absent. */
  readonly repairs?: readonly Repair[];
  /** Lines of the reading it stands on, counted from 0; absent when another reading supplied it. */
  readonly sourceLines?: readonly number[];
  /** The article number printed beside the name. */
  readonly gtin?: string;
}

export interface Deposit {
  readonly name: string;
  /** Positive when charged, negative when a returned bottle is paid back. */
  readonly amount: Minor;
}

export interface TaxLine {
  readonly letter: VatLetter;
  /** Per cent: 23, 8, 5, 0. */
  readonly rate: number | null;
  /** Gross turnover under this letter, when printed. */
  readonly gross: Minor | null;
  readonly tax: Minor | null;
}

export interface Merchant {
  readonly name: string | null;
  /** Name of the chain as the chain data spells it (`Żabka`), null when it is none we know. */
  readonly chain: string | null;
  /** Ten digits with a valid checksum, else null. */
  readonly nip: string | null;
  readonly address: string | null;
}

export interface Balance {
  /** Also false while an amount read in the item list is accounted for nowhere. */
  readonly ok: boolean;
  /** Σ net + Σ deposits − total, in grosze; null when there is no total to compare. */
  readonly difference: Minor | null;
}

/** A receipt as read from one candidate reading. Nothing in it is invented: what was not read is null. */
export interface ParsedReceipt {
  readonly merchant: Merchant;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** `HH:MM`. */
  readonly time: string | null;
  readonly receiptNumber: string | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly items: readonly ParsedItem[];
  readonly deposits: readonly Deposit[];
  readonly taxes: readonly TaxLine[];
  readonly total: Minor | null;
  readonly payment: 'cash' | 'card' | 'other' | null;
  readonly balance: Balance;
  /** 0 … 1: how sure we are of the whole. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** What was corrected outside the items: total, deposits, tax table. */
  readonly repairs?: readonly Repair[];
  readonly missing?: MissingLine;
  /** Several smallest corrections that would all make the sums agree, so that none was made. */
  readonly candidates?: readonly (readonly (Repair & { readonly line: number | null })[])[];
}
