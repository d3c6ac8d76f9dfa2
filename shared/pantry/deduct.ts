import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { ServingKind } from '#shared/products/relation/relation.ts';
import { keysOfLot, servingBy, servingsOf } from '#shared/products/relation/serves.ts';
import { type BookedLot, book } from './book.ts';
import { type Need, planDeduction, type Shortage } from './deduction.ts';
import { inFefoOrder, type TakingOrder } from './fefo.ts';
import type { LotRow } from './lot-row.ts';
import { lockStockedLots, stockedLots } from './lot-store.ts';
import { today } from './today-store.ts';

export interface Taken {
  /** Index into the needs. */
  readonly need: number;
  /** In the lot's unit. */
  readonly quantity: { readonly value: string; readonly unit: LotRow['unit'] };
  readonly booked: BookedLot;
  /** Its best-before date has passed: to be looked at, smelt and tasted first. */
  readonly pastBestBefore: boolean;
  /** Whether it is what was asked for, or stands in for it. */
  readonly kind: ServingKind;
}

export interface Deduction {
  /** Undoing any booking of it undoes all. */
  readonly groupId: string;
  readonly bookingIds: readonly string[];
  readonly taken: readonly Taken[];
  readonly shortages: readonly Shortage[];
}

/** Which of the lots may be taken. */
export type ChooseLots = (inFefoOrder: readonly LotRow[]) => Promise<readonly LotRow[]>;

export interface TakingChoice {
  /** Leaves out lots; without it all are taken. */
  readonly choose?: ChooseLots;
  /** Ids of lots that go before all others, whatever expires first and whatever is more of the kind. */
  readonly first?: readonly string[];
}

/**
 * Takes what a recipe (or anything else) needs from the pantry, what expires first first, across as
 * many lots as it takes, in the caller's transaction. What is past its use-by date is never taken;
 * what is long past its best-before date only after all else. What is not there is reported, not
 * thrown: a caller that wants all or nothing throws on `shortages` and nothing is taken.
 * @param order which lots go before which, and what is left alone
 * @param reason stands in every booking: the recipe's title
 */
export async function deduct(
  client: ClientBase,
  needs: readonly Need[],
  order: TakingOrder,
  reason?: string,
  { choose = async (lots) => lots, first = [] }: TakingChoice = {},
): Promise<Deduction> {
  const group = randomUUID();
  const day = await today(client);
  const kinds = order.flat();
  const asked = needs.map(({ product }) => servingsOf(product));
  const wanted = (await stockedLots(client)).filter(({ product_key: id, product_name: name }) => {
    const keys = keysOfLot({ id, name });
    return asked.some((servings) => {
      const serving = servingBy(servings, keys);
      return serving !== undefined && kinds.includes(serving.kind);
    });
  });
  const locked = await lockStockedLots(
    client,
    wanted.map(({ id }) => id),
  );
  const lots = await choose(inFefoOrder(locked, day));
  const { withdrawals, shortages } = planDeduction(needs, lots, order, day, first);
  const current = new Map(locked.map((lot) => [lot.id, lot]));
  const taken: Taken[] = [];
  for (const { need, lotId, quantity, left, pastBestBefore, kind } of withdrawals) {
    const lot = current.get(lotId);
    if (lot === undefined) throw new Error(`The lot ${lotId} is not locked`);
    const booked = await book(client, lot, { quantity: left }, { kind: 'consume', reason, group });
    current.set(lotId, booked.row);
    const took = { value: quantity, unit: lot.unit };
    taken.push({ need, quantity: took, booked, pastBestBefore, kind });
  }
  const bookingIds = taken.map(({ booked }) => booked.bookingId);
  return { groupId: group, bookingIds, taken, shortages };
}
