import { isSpoilt, type State } from '#shared/expiry/severity.ts';
import type { ServingKind } from '#shared/products/relation/relation.ts';
import { type LotRow, stateOf } from './lot-row.ts';

/**
 * Which lots are taken first: a lot of an earlier group goes before one of a later one, whatever
 * expires first; what stands in no group is left alone.
 */
export type TakingOrder = readonly (readonly ServingKind[])[];

/** Whoever says what was eaten means that, and a kind of it only where there is none of it. */
export const AS_NAMED: TakingOrder = [['same'], ['specific']];
/** A recipe takes what is of its kind by expiry, and what stands in for it when that is used up. */
export const FOR_COOKING: TakingOrder = [['same', 'specific'], ['stands-in']];

/**
 * What expires first first (FEFO): of one day the opened one first, what never expires last. Behind
 * them comes what is long past its best-before date, and at the very end what is past its use-by date.
 */
export function inFefoOrder(lots: readonly LotRow[], day: string): LotRow[] {
  const place = (lot: LotRow) => {
    return [
      severityRank(stateOf(lot, day)),
      lot.expires_on ?? '9999',
      lot.opened_at === null ? '1' : '0',
      lot.id,
    ].join(' ');
  };
  return [...lots].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function severityRank(state: State | null): '0' | '1' | '2' {
  if (state?.severity === 'do-not-eat') return '2';
  return state !== null && isSpoilt(state) ? '1' : '0';
}
