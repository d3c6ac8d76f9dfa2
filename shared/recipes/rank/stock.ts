import { isSpoilt, severityOf } from '#shared/expiry/severity.ts';
import { gramsIn } from './convert-number.ts';
import { NO_KEY, nameKey } from './index-recipe.ts';

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

/** What may still be cooked with: nothing past its use-by date, nor best-before so long ago that it is doubtful. */
export function stockOf(lots: readonly StockLot[], today: string): Stock {
  const stock = new Map<string, UsableLot[]>();
  for (const lot of lots) {
    const { productId, category } = lot;
    const state = lot.expires && severityOf({ ...lot.expires, productId, category }, today);
    if (lot.amount <= 0 || (state !== null && isSpoilt(state))) continue;
    const daysLeft = state?.daysLeft ?? null;
    const each = gramsIn(lot.unit, lot.productId, lot.category);
    const key = lot.productId ?? nameKey(lot.name, 'pl');
    if (key === NO_KEY) continue;
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
