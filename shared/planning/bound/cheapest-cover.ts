import { UNPLANNED } from '#shared/planning/model.ts';

/** Slots that are fed together at a price, the first of them the one that cooks. */
export interface PricedBatch {
  readonly eaters: readonly number[];
  readonly price: number;
}

/** The cheapest batches that feed every slot once, or leave it without a meal. */
export interface Cover<Priced extends PricedBatch> {
  readonly price: number;
  readonly batches: readonly Priced[];
}

interface Step<Priced> {
  readonly price: number;
  readonly batch: Priced | undefined;
  readonly next: Step<Priced> | undefined;
}

/** As far ahead as a meal is eaten of: one bit of a number for each slot. */
const MOST_SLOTS_AHEAD = 30;

/**
 * Exact, by dynamic programming over the slots and which of the following ones are fed already: a handful of
 * sets, for leftovers are eaten within two days.
 * @param batches of each slot
 * @throws RangeError when one of their eaters is more than `MOST_SLOTS_AHEAD` away
 */
export function cheapestCover<Priced extends PricedBatch>(
  batches: readonly (readonly Priced[])[],
): Cover<Priced> {
  const known = batches.map(() => new Map<number, Step<Priced>>());
  const end: Step<Priced> = { price: 0, batch: undefined, next: undefined };
  /** @param fed bit by bit, the slot itself first */
  const from = (slot: number, fed: number): Step<Priced> => {
    const memory = known[slot];
    if (memory === undefined) return end;
    const found = memory.get(fed);
    if (found !== undefined) return found;
    const skipped = from(slot + 1, fed >>> 1);
    const isFed = (fed & 1) === 1;
    let best: Step<Priced> = isFed
      ? skipped
      : { price: skipped.price + UNPLANNED, batch: undefined, next: skipped };
    for (const batch of isFed ? [] : (batches[slot] ?? [])) {
      let all = fed;
      for (const eater of batch.eaters) all |= 1 << ahead(slot, eater);
      const isFree = batch.eaters.every((eater) => (fed & (1 << (eater - slot))) === 0);
      if (!isFree) continue;
      const next = from(slot + 1, all >>> 1);
      const price = batch.price + next.price;
      if (price < best.price) best = { price, batch, next };
    }
    memory.set(fed, best);
    return best;
  };
  const first = from(0, 0);
  const chosen: Priced[] = [];
  for (let step: Step<Priced> | undefined = first; step !== undefined; step = step.next) {
    if (step.batch !== undefined) chosen.push(step.batch);
  }
  return { price: first.price, batches: chosen };
}

function ahead(slot: number, eater: number): number {
  const distance = eater - slot;
  if (distance > 0 && distance <= MOST_SLOTS_AHEAD) return distance;
  throw new RangeError(`Slot ${eater} cannot eat of slot ${slot}`);
}
