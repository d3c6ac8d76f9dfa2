import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import { book } from './book.ts';
import type { LotRow } from './lot-row.ts';
import { insertPart } from './lot-store.ts';
import { type Quantity, withdraw } from './stock-amount.ts';

/** The part of a lot that something is to be done to, and the group its bookings belong to. */
export interface Part {
  readonly row: LotRow;
  readonly group: string | undefined;
  /** What stays as it was; nothing when it was all of the lot. */
  readonly rest: LotRow | undefined;
}

/**
 * Makes a part of a locked lot a lot of its own, with the same age and expiry, so that half a chicken
 * can go into the freezer. All of it, or no quantity, is the lot itself.
 * @param given the group of bookings it belongs to; without one a new group
 * @throws UserError 422 for its unit, 409 when there is less, or the pantry is full
 */
export async function splitLot(
  client: ClientBase,
  lot: LotRow,
  quantity: Quantity | undefined,
  given?: string,
): Promise<Part> {
  const { taken, left } = withdraw(lot, quantity);
  if (left === '0') return { row: lot, group: given, rest: undefined };
  const group = given ?? randomUUID();
  const rest = await book(client, lot, { quantity: left }, { kind: 'split', group });
  const row = await insertPart(client, lot.id, taken, group);
  await requireWithinLimit(client, 'lots');
  return { row, group, rest: rest.row };
}
