import { fold } from '#shared/language/fold.ts';
import { inFefoOrder } from '#shared/pantry/fefo.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { thingsMeant } from '#shared/slots/things-meant.ts';

/** Lots of one name, in the order in which they are to be used up. */
export interface NamedLots {
  readonly name: string;
  readonly lots: readonly LotRow[];
}

/**
 * What of the house somebody means. Several names are several things, and it is asked which.
 * @param day today, `YYYY-MM-DD`
 */
export function matchLots(said: string, lots: readonly LotRow[], day: string): NamedLots[] {
  return byName(thingsMeant(said, lots), day);
}

/** By name, what is to be used up first first. */
export function byName(lots: readonly LotRow[], day: string): NamedLots[] {
  const groups = Map.groupBy(inFefoOrder(lots, day), ({ product_name }) => fold(product_name));
  return [...groups.values()].map((group) => ({ name: group[0]?.product_name ?? '', lots: group }));
}
