import type { IndexedNeed } from './index-recipe.ts';
import type { Stock, UsableLot } from './stock.ts';

/** So much of a lot goes into the pot. */
export interface Taken {
  readonly lot: UsableLot;
  /** Share of the lot, 0 … 1. */
  readonly share: number;
}

export interface Cover {
  /** How much of the need is there, 0 … 1. */
  readonly covered: number;
  readonly taken: readonly Taken[];
}

const NOTHING: Cover = { covered: 0, taken: [] };

/**
 * What of a need the pantry has, from what spoils first. Where amounts cannot be compared (a pinch,
 * a bunch nobody weighed) having any is having enough.
 */
export function coverNeed(need: IndexedNeed, stock: Stock): Cover {
  const own = stock.get(need.key);
  if (own === undefined && need.others.length === 0) return NOTHING;
  const lots = [own ?? [], ...need.others.map((key) => stock.get(key) ?? [])].flat();
  if (lots.length === 0) return NOTHING;
  const taken: Taken[] = [];
  let open = 1;
  for (const lot of lots) {
    const share = shareOf(need, lot);
    if (share === null) return { covered: 1, taken: [...taken, { lot, share: 0 }] };
    // `share` is how much of the lot the whole need would take.
    const wanted = share * open;
    taken.push({ lot, share: Math.min(1, wanted) });
    open -= Math.min(1, wanted) / share;
    if (open <= 1e-6) return { covered: 1, taken };
  }
  // A tenth less than the recipe says spoils no dish.
  return { covered: open < 0.1 ? 1 : 1 - open, taken };
}

/** What share of the lot the whole need is; null when they cannot be compared. */
function shareOf(need: IndexedNeed, lot: UsableLot): number | null {
  if (need.amount === null || need.amount <= 0) return null;
  if (need.grams !== null && lot.grams !== null && lot.grams > 0) return need.grams / lot.grams;
  return need.unit === lot.unit && lot.amount > 0 ? need.amount / lot.amount : null;
}
