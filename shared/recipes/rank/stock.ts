import { gramsIn } from './convert-number.ts';
import { nameKey } from './index-recipe.ts';

/** A lot as ranking sees it. */
export interface StockLot {
  readonly id: string;
  readonly productId: string | null;
  readonly name: string;
  readonly category: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly expires: { readonly date: string; readonly kind: 'best-before' | 'use-by' } | null;
}

export interface UsableLot extends StockLot {
  /** Null when nothing is known of its expiry; below 0 it is past its best-before date. */
  readonly daysLeft: number | null;
  readonly grams: number | null;
}

/** Usable lots by key, what spoils first first. */
export type Stock = ReadonlyMap<string, readonly UsableLot[]>;

const DAY = 86_400_000;

/** Days from one plain date to another; below 0 when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** What may still be eaten: nothing past its use-by date. */
export function stockOf(lots: readonly StockLot[], today: string): Stock {
  const stock = new Map<string, UsableLot[]>();
  for (const lot of lots) {
    const daysLeft = lot.expires === null ? null : daysBetween(today, lot.expires.date);
    if (lot.amount <= 0 || (daysLeft !== null && daysLeft < 0 && lot.expires?.kind === 'use-by'))
      continue;
    const each = gramsIn(lot.unit, lot.productId, lot.category);
    const key = lot.productId ?? nameKey(lot.name, 'pl');
    const usable = { ...lot, daysLeft, grams: each === null ? null : lot.amount * each };
    const there = stock.get(key);
    if (there === undefined) stock.set(key, [usable]);
    else there.push(usable);
  }
  for (const there of stock.values()) {
    there.sort((a, b) => (a.daysLeft ?? 1e6) - (b.daysLeft ?? 1e6));
  }
  return stock;
}
