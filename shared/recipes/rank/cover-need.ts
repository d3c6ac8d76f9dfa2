import type { Serving, ServingKind } from '#shared/products/relation/relation.ts';
import { type Servings, servingsOf } from '#shared/products/relation/serves.ts';
import type { IndexedNeed } from './index-recipe.ts';
import { compareUsable, type Stock, type UsableLot } from './stock.ts';

/** Called for each lot that goes into the pot, what share of it, 0 … 1, and how it serves. */
export type OnLotUsed = (lot: UsableLot, share: number, kind: ServingKind) => void;

/**
 * How much of a need the pantry has, 0 … 1, from what spoils first; what stands in comes after all that
 * is of the kind, as it does when it is cooked. Where amounts cannot be compared (a pinch, a bunch of
 * unknown weight) having any is having enough. It calls back instead of returning a list, because
 * ranking asks for tens of thousands of needs.
 */
export function coverNeed(need: IndexedNeed, stock: Stock, onLotUsed: OnLotUsed): number {
  const runs = lotsServing(need.servings, stock);
  if (runs.length === 0) return 0;
  let open = 1;
  for (const { lots, serving } of runs) {
    for (const lot of lots) {
      const share = shareOf(need, lot, serving);
      if (share === null) {
        onLotUsed(lot, 0, serving.kind);
        return 1;
      }
      // `share` is how much of the lot the whole need would take.
      const part = Math.min(1, share * open);
      onLotUsed(lot, part, serving.kind);
      open -= part / share;
      if (open <= 1e-6) return 1;
    }
  }
  // A tenth less than the recipe says spoils no dish.
  return open < 0.1 ? 1 : 1 - open;
}

/** Whether there is anything of a food, or a kind of it. */
export function isInStock(productId: string, stock: Stock): boolean {
  return lotsServing(servingsOf({ id: productId }), stock).some((run) => !standsIn(run));
}

/** Lots one after the other that serve in the same way. */
interface Run {
  readonly lots: readonly UsableLot[];
  readonly serving: Serving;
}

const NONE: readonly Run[] = [];
const found = new WeakMap<Stock, Map<Servings, readonly Run[]>>();

/** Looked up once for a stock, for thousands of recipes ask for the same foods. */
function lotsServing(servings: Servings, stock: Stock): readonly Run[] {
  let lists = found.get(stock);
  if (lists === undefined) {
    lists = new Map();
    found.set(stock, lists);
  }
  let runs = lists.get(servings);
  if (runs === undefined) {
    runs = findLots(servings, stock);
    lists.set(servings, runs);
  }
  return runs;
}

/** In the order in which they are taken. Most foods are there as one list, which is in that order already. */
function findLots(servings: Servings, stock: Stock): readonly Run[] {
  const lists = new Map<readonly UsableLot[], Serving>();
  for (const [key, serving] of servings) {
    const lots = stock.get(key);
    if (lots !== undefined) addBest(lists, lots, serving);
  }
  if (lists.size < 2)
    return lists.size === 0 ? NONE : [...lists].map(([lots, serving]) => ({ lots, serving }));
  const best = new Map<UsableLot, Serving>();
  for (const [lots, serving] of lists) for (const lot of lots) addBest(best, lot, serving);
  const runs = [...best].map(([lot, serving]) => ({ lot, lots: [lot], serving }));
  return runs.sort((a, b) => {
    const groups = Number(standsIn(a)) - Number(standsIn(b));
    return groups === 0 ? compareUsable(a.lot, b.lot) : groups;
  });
}

/** A lot has several keys and serves by the best of them. */
function addBest<Key>(best: Map<Key, Serving>, key: Key, serving: Serving): void {
  const before = best.get(key);
  if (before === undefined || (before.kind === 'stands-in' && serving.kind !== 'stands-in')) {
    best.set(key, serving);
  }
}

function standsIn({ serving }: Pick<Run, 'serving'>): boolean {
  return serving.kind === 'stands-in';
}

/**
 * What share of the lot the whole need is; null when they cannot be compared. It is weighed where that
 * is known, since pieces of another food are not as heavy, as cooking does (pantry/part-of-lot.ts).
 */
function shareOf(need: IndexedNeed, lot: UsableLot, { ratio }: Serving): number | null {
  if (need.amount === null || need.amount <= 0) return null;
  const counted =
    ratio === 1 && need.unit === lot.unit && lot.amount > 0 ? need.amount / lot.amount : null;
  if (need.grams !== null && lot.grams !== null && lot.grams > 0) {
    return (need.grams * ratio) / lot.grams;
  }
  return counted;
}
