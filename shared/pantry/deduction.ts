import type { State } from '#shared/expiry/severity.ts';
import { type Amount, convert } from '#shared/quantities/convert.ts';
import {
  compare,
  exactly,
  type Rational,
  subtract,
  toDecimal,
} from '#shared/quantities/rational.ts';
import type { MatchesProduct, ProductRef } from './fefo.ts';
import { type LotRow, stateOf } from './lot-row.ts';
import { amountOf, itemFactsOf, quantityOf } from './stock-amount.ts';

/** So much of a product, in any unit that converts. */
export interface Need {
  readonly product: ProductRef;
  readonly amount: Amount;
}

export interface Shortage {
  /** Index into the needs. */
  readonly need: number;
  /** What was not there, in the unit it was asked in; for `not-comparable`, all of it. */
  readonly missing: Amount;
  /**
   * `none`: no lot of it; `not-comparable`: lots whose unit does not convert to the asked one;
   * `past-use-by`: there is more of it, which must not be eaten.
   */
  readonly why: 'none' | 'not-enough' | 'not-comparable' | 'past-use-by';
}

/** What is to be taken from one lot for one need. */
export interface Withdrawal {
  /** Index into the needs. */
  readonly need: number;
  readonly lotId: string;
  /** In the lot's unit, as is what is left of it then. */
  readonly quantity: string;
  readonly left: string;
  /** Its best-before date has passed: to be looked at, smelt and tasted first. */
  readonly pastBestBefore: boolean;
}

/**
 * Which lots cover the needs, across as many as it takes, each need after the ones before it. What is
 * past its use-by date is never taken.
 * @param lots in the order in which they are to be used up, as of `inFefoOrder`
 */
export function planDeduction(
  needs: readonly Need[],
  lots: readonly LotRow[],
  isOf: MatchesProduct,
  day: string,
): { readonly withdrawals: readonly Withdrawal[]; readonly shortages: readonly Shortage[] } {
  const left = new Map(lots.map(({ id, quantity }) => [id, quantity]));
  const withdrawals: Withdrawal[] = [];
  const shortages: Shortage[] = [];
  for (const [need, { product, amount }] of needs.entries()) {
    let missing = amount.value;
    let why: Shortage['why'] = 'none';
    for (const lot of lots) {
      if (missing.n <= 0n) break;
      const there = left.get(lot.id) ?? lot.quantity;
      if (!isOf(lot, product) || exactly(there).n === 0n) continue;
      const state = stateOf(lot, day);
      if (state?.severity === 'do-not-eat') {
        // They come last, so what is missing now is missing for them.
        why = 'past-use-by';
        continue;
      }
      const part = partOf(lot, there, { value: missing, unit: amount.unit });
      if (part === undefined) {
        if (why === 'none') why = 'not-comparable';
        continue;
      }
      why = 'not-enough';
      missing = subtract(missing, part.covers);
      // Less than a millionth of the lot's unit is nothing to write down.
      if (part.quantity === '0') continue;
      const rest = toDecimal(subtract(exactly(there), exactly(part.quantity)));
      left.set(lot.id, rest);
      const { quantity } = part;
      const pastBestBefore = isPast(state);
      withdrawals.push({ need, lotId: lot.id, quantity, left: rest, pastBestBefore });
    }
    if (missing.n > 0n) {
      shortages.push({ need, missing: { value: missing, unit: amount.unit }, why });
    }
  }
  return { withdrawals, shortages };
}

function isPast(state: State | null): boolean {
  return state !== null && state.daysLeft < 0;
}

/** How much of a lot is taken, in its unit, and how much of the need that covers, in the need's. */
function partOf(
  lot: LotRow,
  there: string,
  need: Amount,
): { quantity: string; covers: Rational } | undefined {
  const item = itemFactsOf(lot);
  const all = amountOf({ value: there, unit: lot.unit });
  const covered = convert(all, need.unit, item);
  if (!covered.ok) return undefined;
  if (compare(covered.value, need.value) <= 0) {
    return { quantity: quantityOf(all).value, covers: covered.value };
  }
  const wanted = convert(need, lot.unit, item);
  return wanted.ok ? { quantity: toDecimal(wanted.value), covers: need.value } : undefined;
}
