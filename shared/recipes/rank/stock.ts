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

/** Usable lots by what they are (`keysOfLot`), each list in the order in which cooking takes them. */
export type Stock = ReadonlyMap<string, readonly UsableLot[]>;

/** Lots of one name, which have the same keys. */
interface Pile {
  readonly keys: readonly string[];
  readonly lots: UsableLot[];
}

/** What may still be cooked with: nothing past its use-by date, nor best-before so long ago that it is doubtful. */
export function stockOf(lots: readonly StockLot[], today: string): Stock {
  const piles = new Map<string, Pile>();
  for (const lot of lots) {
    const { productId, category, name } = lot;
    const state = lot.expires && severityOf({ ...lot.expires, productId, category }, today);
    if (lot.amount <= 0 || (state !== null && isSpoilt(state))) continue;
    const daysLeft = state?.daysLeft ?? null;
    const each = gramsIn(lot.unit, productId, category);
    const usable = { ...lot, daysLeft, grams: each === null ? null : lot.amount * each };
    const what = `${productId ?? ''}|${name}`;
    const pile = piles.get(what);
    if (pile === undefined)
      piles.set(what, { keys: keysOfLot({ id: productId, name }), lots: [usable] });
    else pile.lots.push(usable);
  }
  return byKey(piles.values());
}

/** A list of one pile is the pile itself, under each of its keys: nobody has to compare its lots again. */
function byKey(piles: Iterable<Pile>): Stock {
  const stock = new Map<string, UsableLot[]>();
  const mixed = new Set<string>();
  for (const { keys, lots } of piles) {
    lots.sort(compareUsable);
    for (const key of keys) {
      const there = stock.get(key);
      if (there !== undefined) mixed.add(key);
      stock.set(key, there === undefined ? lots : there.concat(lots));
    }
  }
  for (const key of mixed) stock.get(key)?.sort(compareUsable);
  return stock;
}

/** What spoils first first, of one day what is open: the order in which cooking takes them. */
export function compareUsable(a: UsableLot, b: UsableLot): number {
  const days = (a.daysLeft ?? 1e6) - (b.daysLeft ?? 1e6);
  if (days !== 0) return days;
  if ((a.opened ?? false) !== (b.opened ?? false)) return a.opened === true ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
