import type { Basket, BasketItem } from './basket.ts';
import type { PaperLine } from './line.ts';

/** What is printed around the goods. */
export interface Visit {
  readonly basket: Basket;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  /** Printed at the head, by which a receipt is told from others of the day. */
  readonly number: string;
  readonly shop: string;
  readonly payment: 'card' | 'cash';
}

/** How one chain's tills print. */
export interface Layout {
  readonly chain: string;
  readonly merchant: string;
  readonly nip: string;
  /** The chain's way of spelling a name. */
  readonly spell: (name: string) => string;
  readonly heading: (visit: Visit) => readonly PaperLine[];
  readonly item: (item: BasketItem) => readonly PaperLine[];
  readonly closing: (visit: Visit) => readonly PaperLine[];
}

export function paper(layout: Layout, visit: Visit): PaperLine[] {
  return [
    ...layout.heading(visit),
    ...visit.basket.items.flatMap((item) => layout.item(item)),
    ...layout.closing(visit),
  ];
}
