import type { StockSaid } from '#shared/quantities/spoken-amount.ts';

/** Where it stands in the text. */
export interface Place {
  readonly at: number;
  readonly end: number;
}

/** Days, both included. */
export interface DateSlot extends Place {
  /** `YYYY-MM-DD`; a single day is both. */
  readonly from: string;
  readonly to: string;
  /** `do piątku` names an end alone, `od jutra` a beginning; else null. */
  readonly bound: 'until' | 'since' | null;
}

export interface QuantitySlot extends Place, StockSaid {}

export interface ProductSlot extends Place {
  /** Of the shipped products; null for food that is none of them. */
  readonly productId: string | null;
  /** In its base form: `jogurt naturalny`. */
  readonly name: string;
  /** As it was written. */
  readonly words: string;
}

export interface NameSlot extends Place {
  readonly name: string;
}

export interface MoneySlot extends Place {
  /** With two decimals. */
  readonly value: string;
  /** Null where only the number was said: `za 7,99`. */
  readonly currency: 'PLN' | 'EUR' | 'USD' | 'GBP' | null;
}

/** What belongs together: `2 mleka, ważne do 14 marca`. */
export interface ItemSlot {
  readonly product: ProductSlot;
  readonly quantity?: QuantitySlot;
  readonly expires?: DateSlot;
}

/** What a sentence names, each in the order it stands there. */
export interface Slots {
  readonly dates: readonly DateSlot[];
  readonly quantities: readonly QuantitySlot[];
  readonly products: readonly ProductSlot[];
  readonly people: readonly NameSlot[];
  readonly places: readonly NameSlot[];
  readonly money: readonly MoneySlot[];
  readonly items: readonly ItemSlot[];
}
