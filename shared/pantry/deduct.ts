import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { type Amount, convert } from '#shared/quantities/convert.ts';
import {
  compare,
  exactly,
  type Rational,
  subtract,
  toDecimal,
} from '#shared/quantities/rational.ts';
import { type BookedLot, book } from './book.ts';
import { lotsOf, matcher, type ProductRef } from './fefo.ts';
import { type LotRow, stateOf } from './lot-row.ts';
import { amountOf, goodsOf, quantityOf } from './stock-amount.ts';
import { today } from './today.ts';

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
   * `past-use-by`: there is more of it, which nobody should eat.
   */
  readonly why: 'none' | 'not-enough' | 'not-comparable' | 'past-use-by';
}

export interface Taken {
  /** Index into the needs. */
  readonly need: number;
  /** In the lot's unit. */
  readonly quantity: { readonly value: string; readonly unit: LotRow['unit'] };
  readonly booked: BookedLot;
  /** Its best-before date has passed: to be looked at, smelt and tasted first. */
  readonly pastBestBefore: boolean;
}

export interface Deduction {
  /** Undoing any booking of it undoes all. */
  readonly groupId: string;
  readonly bookingIds: readonly string[];
  readonly taken: readonly Taken[];
  readonly shortages: readonly Shortage[];
}

/**
 * Takes what a recipe (or anything else) needs from the pantry, what expires first first, across as
 * many lots as it takes, in the caller's transaction. What is past its use-by date is never taken;
 * what is long past its best-before date only after all else. What is not there is reported, not
 * thrown: a caller that wants all or nothing throws on `shortages` and nothing is taken.
 * @param reason stands in every booking: the recipe's title
 */
export async function deduct(
  client: ClientBase,
  needs: readonly Need[],
  reason?: string,
): Promise<Deduction> {
  const group = randomUUID();
  const day = await today(client);
  const isOf = matcher();
  const products = needs.map(({ product }) => product);
  const lots = await lotsOf(client, products, isOf, day);
  const taken: Taken[] = [];
  const shortages: Shortage[] = [];
  for (const [index, { product, amount }] of needs.entries()) {
    let missing = amount.value;
    let why: Shortage['why'] = 'none';
    for (const [place, lot] of lots.entries()) {
      if (missing.n <= 0n) break;
      if (!isOf(lot, product) || exactly(lot.quantity).n === 0n) continue;
      const state = stateOf(lot, day);
      if (state?.severity === 'do-not-eat') {
        // They come last, so what is missing now is missing for them.
        why = 'past-use-by';
        continue;
      }
      const part = partOf(lot, { value: missing, unit: amount.unit });
      if (part === undefined) {
        if (why === 'none') why = 'not-comparable';
        continue;
      }
      why = 'not-enough';
      missing = subtract(missing, part.covers);
      // Less than a millionth of the lot's unit is nothing to write down.
      if (part.quantity === '0') continue;
      const quantity = toDecimal(subtract(exactly(lot.quantity), exactly(part.quantity)));
      const booked = await book(client, lot, { quantity }, { kind: 'consume', reason, group });
      lots[place] = booked.row;
      const said = { value: part.quantity, unit: lot.unit };
      const pastBestBefore = state !== null && state.daysLeft < 0;
      taken.push({ need: index, quantity: said, booked, pastBestBefore });
    }
    if (missing.n > 0n) {
      shortages.push({ need: index, missing: { value: missing, unit: amount.unit }, why });
    }
  }
  return {
    groupId: group,
    bookingIds: taken.map(({ booked }) => booked.bookingId),
    taken,
    shortages,
  };
}

/** How much of a lot is taken, in its unit, and how much of the need that covers, in the need's. */
function partOf(lot: LotRow, need: Amount): { quantity: string; covers: Rational } | undefined {
  const goods = goodsOf(lot);
  const there = convert(amountOf({ value: lot.quantity, unit: lot.unit }), need.unit, goods);
  if (!there.ok) return undefined;
  if (compare(there.value, need.value) <= 0) {
    return {
      quantity: quantityOf(amountOf({ value: lot.quantity, unit: lot.unit })).value,
      covers: there.value,
    };
  }
  const wanted = convert(need, lot.unit, goods);
  return wanted.ok ? { quantity: toDecimal(wanted.value), covers: need.value } : undefined;
}
