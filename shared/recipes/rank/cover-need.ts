import type { IndexedNeed } from './index-recipe.ts';
import type { Stock, UsableLot } from './stock.ts';

/** Called for each lot that goes into the pot, and what share of it, 0 … 1. */
export type OnLotUsed = (lot: UsableLot, share: number) => void;

/**
 * How much of a need the pantry has, 0 … 1, from what spoils first. Where amounts cannot be compared
 * (a pinch, a bunch of unknown weight) having any is having enough. It calls back instead of returning a
 * list, because ranking asks for tens of thousands of needs.
 */
export function coverNeed(need: IndexedNeed, stock: Stock, onLotUsed: OnLotUsed): number {
  const lots = need.others.length === 0 ? stock.get(need.key) : withOthers(need, stock);
  if (lots === undefined || lots.length === 0) return 0;
  let open = 1;
  for (const lot of lots) {
    const share = shareOf(need, lot);
    if (share === null) {
      onLotUsed(lot, 0);
      return 1;
    }
    // `share` is how much of the lot the whole need would take.
    const part = Math.min(1, share * open);
    onLotUsed(lot, part);
    open -= part / share;
    if (open <= 1e-6) return 1;
  }
  // A tenth less than the recipe says spoils no dish.
  return open < 0.1 ? 1 : 1 - open;
}

const merged = new WeakMap<Stock, Map<string, readonly UsableLot[]>>();

/** The thing itself first, then what does as well; merged once, for thousands of recipes ask. */
function withOthers({ key, others }: IndexedNeed, stock: Stock): readonly UsableLot[] {
  let lists = merged.get(stock);
  if (lists === undefined) {
    lists = new Map();
    merged.set(stock, lists);
  }
  let lots = lists.get(key);
  if (lots === undefined) {
    lots = [key, ...others].flatMap((one) => stock.get(one) ?? []);
    lists.set(key, lots);
  }
  return lots;
}

/** What share of the lot the whole need is; null when they cannot be compared. */
function shareOf(need: IndexedNeed, lot: UsableLot): number | null {
  if (need.amount === null || need.amount <= 0) return null;
  if (need.grams !== null && lot.grams !== null && lot.grams > 0) return need.grams / lot.grams;
  return need.unit === lot.unit && lot.amount > 0 ? need.amount / lot.amount : null;
}
