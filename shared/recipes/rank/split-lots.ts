import type { Refusal } from '#shared/safety/refusal.ts';
import type { JudgeLot, NamedLot } from './judge.ts';

export interface RefusedLot<Lot> {
  readonly lot: Lot;
  readonly refusals: readonly Refusal[];
}

/**
 * The lots that everybody who eats may have, in the order they came, and those that somebody must not.
 * Whatever is to be cooked from is split first: ranking, cooking and planning only ever see `usable`.
 */
export function splitLots<Lot>(
  lots: readonly Lot[],
  namedLot: (lot: Lot) => NamedLot,
  judgeLot: JudgeLot,
): { readonly usable: Lot[]; readonly refused: RefusedLot<Lot>[] } {
  const usable: Lot[] = [];
  const refused: RefusedLot<Lot>[] = [];
  for (const lot of lots) {
    const { effect, refusals } = judgeLot(namedLot(lot));
    if (effect === 'block') refused.push({ lot, refusals });
    else usable.push(lot);
  }
  return { usable, refused };
}
