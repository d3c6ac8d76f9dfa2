import { isSpoilt, type State } from '#shared/expiry/severity.ts';
import type { Serving, ServingKind } from '#shared/products/relation/relation.ts';
import {
  type FoodRef,
  keysOfLot,
  servingBy,
  servingsOf,
} from '#shared/products/relation/serves.ts';
import type { Amount } from '#shared/quantities/convert.ts';
import { exactly, subtract, toDecimal } from '#shared/quantities/rational.ts';
import type { TakingOrder } from './fefo.ts';
import { type LotRow, stateOf } from './lot-row.ts';
import { partOfLot } from './part-of-lot.ts';

/** So much of a product, in any unit that converts. */
export interface Need {
  readonly product: FoodRef;
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
  /** Whether it is what was asked for, or stands in for it. */
  readonly kind: ServingKind;
}

interface KnownLot {
  readonly lot: LotRow;
  readonly keys: readonly string[];
  readonly state: State | null;
  readonly spoilt: boolean;
}

interface ServingLot extends KnownLot {
  readonly serving: Serving;
}

/**
 * Which lots cover the needs, across as many as it takes, each need after the ones before it. What is
 * past its use-by date is never taken.
 * @param lots in the order in which they are to be used up, as of `inFefoOrder`
 * @param order what goes before that, and what is left alone
 * @param first ids of lots that go before all others they could be taken with
 */
export function planDeduction(
  needs: readonly Need[],
  lots: readonly LotRow[],
  order: TakingOrder,
  day: string,
  first: readonly string[] = [],
): { readonly withdrawals: readonly Withdrawal[]; readonly shortages: readonly Shortage[] } {
  const left = new Map(lots.map(({ id, quantity }) => [id, quantity]));
  const known = lots.map((lot) => knownLot(lot, day));
  const withdrawals: Withdrawal[] = [];
  const shortages: Shortage[] = [];
  for (const [need, { product, amount }] of needs.entries()) {
    let missing = amount.value;
    let why: Shortage['why'] = 'none';
    for (const { lot, serving, state } of lotsServing(product, known, order, first)) {
      if (missing.n <= 0n) break;
      const there = left.get(lot.id) ?? lot.quantity;
      if (exactly(there).n === 0n) continue;
      if (state?.severity === 'do-not-eat') {
        why = 'past-use-by';
        continue;
      }
      const part = partOfLot({ ...lot, quantity: there }, serving, product, {
        value: missing,
        unit: amount.unit,
      });
      if (part === undefined) {
        if (why === 'none') why = 'not-comparable';
        continue;
      }
      if (why !== 'past-use-by') why = 'not-enough';
      missing = subtract(missing, part.covers);
      // Less than a millionth of the lot's unit is nothing to write down.
      if (part.quantity === '0') continue;
      const rest = toDecimal(subtract(exactly(there), exactly(part.quantity)));
      left.set(lot.id, rest);
      const { quantity } = part;
      const pastBestBefore = isPast(state);
      const { kind } = serving;
      withdrawals.push({ need, lotId: lot.id, quantity, left: rest, pastBestBefore, kind });
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

/** The lots that serve: what goes first, the groups of the order one after the other, what is spoilt. */
function lotsServing(
  product: FoodRef,
  lots: readonly KnownLot[],
  order: TakingOrder,
  first: readonly string[],
): readonly ServingLot[] {
  const servings = servingsOf(product);
  const found = lots.flatMap((known): ServingLot[] => {
    const serving = servingBy(servings, known.keys);
    return serving === undefined ? [] : [{ ...known, serving }];
  });
  if (found.length === 0) return found;
  const inOrder = [false, true].flatMap((spoilt) =>
    order.flatMap((kinds) =>
      found.filter((one) => one.spoilt === spoilt && kinds.includes(one.serving.kind)),
    ),
  );
  const isFirst = ({ lot }: ServingLot) => first.includes(lot.id);
  return [...inOrder.filter(isFirst), ...inOrder.filter((one) => !isFirst(one))];
}

/** All that does not depend on who asks. */
function knownLot(lot: LotRow, day: string): KnownLot {
  const { product_key: id, product_name: name } = lot;
  const state = stateOf(lot, day);
  const spoilt = state !== null && isSpoilt(state);
  return { lot, keys: keysOfLot({ id, name }), state, spoilt };
}
