import { isSpoilt, severityOf } from '#shared/expiry/severity.ts';
import { keysOfLot } from '#shared/products/relation/serves.ts';
import { gramsIn } from './convert-number.ts';
import type { NamedLot } from './judge.ts';

/** A lot as ranking sees it. */
export interface StockLot extends NamedLot {
  readonly id: string;
  readonly category: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly opened?: boolean;
  readonly expires: { readonly date: string; readonly kind: 'best-before' | 'use-by' } | null;
}

export interface UsableLot extends StockLot {
  /** Null when nothing is known of its expiry; below 0 it is past its best-before date. */
  readonly daysLeft: number | null;
  readonly grams: number | null;
}

/** Usable lots by what they are (`keysOfLot`), in no order. */
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
    const usable = { ...lot, daysLeft, grams: each === null ? null : lot.amount * each };
    for (const key of keysOfLot({ id: productId, name: lot.name })) {
      const there = stock.get(key);
      if (there === undefined) stock.set(key, [usable]);
      else there.push(usable);
    }
  }
  return stock;
}

/** What spoils first first, of one day what is open: the order in which cooking takes them. */
export function compareUsable(a: UsableLot, b: UsableLot): number {
  const days = (a.daysLeft ?? 1e6) - (b.daysLeft ?? 1e6);
  if (days !== 0) return days;
  if ((a.opened ?? false) !== (b.opened ?? false)) return a.opened === true ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
