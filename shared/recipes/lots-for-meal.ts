import type { LotRow } from '#shared/pantry/lot-row.ts';
import type { JudgeLot } from './rank/judge.ts';
import { type RefusedLot, splitLots } from './rank/split-lots.ts';

export interface LotsForMeal {
  /** In the order in which they are to be used up. */
  readonly usable: readonly LotRow[];
  readonly refused: readonly RefusedLot<LotRow>[];
}

/**
 * The lots a meal may be cooked from: none that somebody who eats must not have. Planning a withdrawal from
 * `usable` is all that cooking does.
 * @param lots as they expire
 * @param printed what the till printed, by lot
 */
export function lotsForMeal(
  lots: readonly LotRow[],
  printed: ReadonlyMap<string, string>,
  judgeLot: JudgeLot,
): LotsForMeal {
  const named = ({ id, product_key: productId, product_name: name }: LotRow) => {
    return { productId, name, printed: printed.get(id) ?? null };
  };
  return splitLots(lots, named, judgeLot);
}
